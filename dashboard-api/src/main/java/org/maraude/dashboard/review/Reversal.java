package org.maraude.dashboard.review;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Whether a person may take an opinion back, and what the item is then. Who gave the last opinion
 * may take it back for {@link #WITHIN}; later, only who answers for the team may, and for anybody.
 *
 * @param opinion the one that is taken back
 * @param othersStand whether earlier opinions remain, so that another one is awaited
 * @param mayDecide whether who took it back may be heard next; not while an earlier opinion of
 *     theirs stands
 */
public record Reversal(Given opinion, boolean othersStand, boolean mayDecide) {

  /** Long enough to see a slip, short enough that nobody has acted on it. */
  public static final Duration WITHIN = Duration.ofMinutes(10);

  /**
   * An opinion that stands.
   *
   * @param id the decision's
   */
  public record Given(UUID id, UUID by, Instant at) {}

  /**
   * What {@code person} may take back now.
   *
   * @param standing the opinions of this round, oldest first
   * @param decided whether the last of them settled the item
   * @param answersForTheTeam whether the person may also reverse what others decided
   * @return empty when there is nothing that this person may take back
   */
  public static Optional<Reversal> of(
      List<Given> standing, boolean decided, UUID person, boolean answersForTheTeam, Instant now) {
    if (standing.isEmpty()) {
      return Optional.empty();
    }
    var last = standing.getLast();
    boolean own = last.by().equals(person) && now.isBefore(last.at().plus(WITHIN));
    boolean allowed = own || decided && answersForTheTeam;
    if (!allowed) {
      return Optional.empty();
    }
    var remaining = standing.subList(0, standing.size() - 1);
    boolean mayDecide = remaining.stream().noneMatch(given -> given.by().equals(person));
    return Optional.of(new Reversal(last, !remaining.isEmpty(), mayDecide));
  }
}
