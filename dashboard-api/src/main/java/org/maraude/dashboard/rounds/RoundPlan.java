package org.maraude.dashboard.rounds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a filter would bring into a round, and how many others are left out and why.
 *
 * @param ads in the order in which they were flagged
 */
public record RoundPlan(List<Candidate> ads, Map<LeftOut, Integer> leftOut) {

  public RoundPlan {
    ads = List.copyOf(ads);
    leftOut = Map.copyOf(leftOut);
  }

  /**
   * An ad that was chosen for a contact and fits the filter.
   *
   * @param tokens of its contacts
   * @param planned whether it stands in another round that is today or to come
   */
  public record Candidate(
      UUID itemId,
      Set<String> tokens,
      boolean planned,
      boolean onRegister,
      List<Silence.Tried> tried) {

    public Candidate {
      tokens = Set.copyOf(tokens);
      tried = List.copyOf(tried);
    }
  }

  /**
   * Sorts candidates into a round.
   *
   * @param moment the end of the round's day: a silence that ends on it keeps nothing out
   */
  static RoundPlan of(List<Candidate> candidates, RoundFilter filter, Instant moment) {
    var chosen = new ArrayList<Candidate>();
    var contacts = new HashSet<String>();
    var leftOut = new EnumMap<LeftOut, Integer>(LeftOut.class);
    for (var ad : candidates) {
      var tried = filter.tried();
      if (tried == RoundFilter.Tried.NEVER && !ad.tried().isEmpty()
          || tried == RoundFilter.Tried.BEFORE && ad.tried().isEmpty()) {
        continue;
      }
      var why = leftOut(ad, contacts, moment);
      if (why.isEmpty() && chosen.size() >= filter.most()) {
        why = Optional.of(LeftOut.FULL);
      }
      if (why.isPresent()) {
        leftOut.merge(why.get(), 1, Integer::sum);
      } else {
        chosen.add(ad);
        contacts.addAll(ad.tokens());
      }
    }
    return new RoundPlan(chosen, leftOut);
  }

  private static Optional<LeftOut> leftOut(Candidate ad, Set<String> contacts, Instant moment) {
    if (ad.tokens().isEmpty()) {
      return Optional.of(LeftOut.NO_CONTACT);
    }
    var standing = Silence.of(ad.onRegister(), ad.tried(), moment);
    return switch (standing.why()) {
      case REGISTER -> Optional.of(LeftOut.REGISTER);
      case SILENCE -> Optional.of(LeftOut.SILENCE);
      case TWO_UNANSWERED -> Optional.of(LeftOut.TWO_UNANSWERED);
      case FREE -> {
        if (ad.planned()) {
          yield Optional.of(LeftOut.PLANNED);
        }
        boolean same = ad.tokens().stream().anyMatch(contacts::contains);
        yield same ? Optional.of(LeftOut.SAME_CONTACT) : Optional.empty();
      }
    };
  }

  /** All that is left out. */
  public int leftOutInAll() {
    return leftOut.values().stream().mapToInt(Integer::intValue).sum();
  }
}
