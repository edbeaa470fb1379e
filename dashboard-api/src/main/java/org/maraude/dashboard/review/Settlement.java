package org.maraude.dashboard.review;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Whether an opinion settles an item, or another person is heard first.
 *
 * <p>A possible minor is settled at once: one person may refer the same day. An adult is referred
 * only when two persons said so, the second without knowing the first's choice; once somebody asked
 * for a referral, nobody alone can turn it down either: the first outcome that two persons share
 * settles it.
 *
 * @param referredBy who asked for a referral first, when that is the outcome
 * @param confirmedBy who said the same, for an adult
 */
public record Settlement(boolean settled, Optional<UUID> referredBy, Optional<UUID> confirmedBy) {

  private static final Settlement AWAITS_ANOTHER =
      new Settlement(false, Optional.empty(), Optional.empty());
  private static final Settlement SETTLED =
      new Settlement(true, Optional.empty(), Optional.empty());

  /**
   * @param earlier the opinions of this round, in order, none of them by {@code now.by()}
   * @throws IllegalArgumentException when the same person is heard twice
   */
  public static Settlement of(QueueKind queue, List<Opinion> earlier, Opinion now) {
    if (earlier.stream().anyMatch(opinion -> opinion.by().equals(now.by()))) {
      throw new IllegalArgumentException("a person is heard once in a round");
    }
    return switch (queue) {
      case MINOR ->
          now.outcome() == Outcome.REFER
              ? new Settlement(true, Optional.of(now.by()), Optional.empty())
              : SETTLED;
      case ADULT -> ofAdult(earlier, now);
    };
  }

  private static Settlement ofAdult(List<Opinion> earlier, Opinion now) {
    if (earlier.isEmpty() && now.outcome() != Outcome.REFER) {
      return SETTLED;
    }
    return earlier.stream()
        .filter(opinion -> opinion.outcome() == now.outcome())
        .findFirst()
        .map(same -> shared(same, now))
        .orElse(AWAITS_ANOTHER);
  }

  private static Settlement shared(Opinion first, Opinion second) {
    return first.outcome() == Outcome.REFER
        ? new Settlement(true, Optional.of(first.by()), Optional.of(second.by()))
        : SETTLED;
  }
}
