package org.maraude.dashboard.rounds.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Hides counts that would tell of few people. Every count from 1 to 10 is hidden; the total stands
 * beside, so that what is hidden can be known together: others are hidden with it, the smallest
 * first, until that is two counts at least and eleven in all. Where no others are left, the total
 * is hidden.
 */
final class Hiding {

  /** The smallest count that is shown, other than nought. */
  static final long SMALLEST = 11;

  private Hiding() {}

  /**
   * What is hidden of a sum.
   *
   * @param total whether the sum itself is
   */
  record Hidden(Set<String> parts, boolean total) {

    Hidden {
      parts = Set.copyOf(parts);
    }
  }

  /**
   * What has to be hidden.
   *
   * @param counts parts that add up to the total
   * @param already parts that are hidden for another reason
   */
  static Hidden of(Map<String, Long> counts, Set<String> already) {
    var hidden = new HashSet<String>();
    for (var part : counts.entrySet()) {
      boolean small = part.getValue() > 0 && part.getValue() < SMALLEST;
      if (small || already.contains(part.getKey())) {
        hidden.add(part.getKey());
      }
    }
    if (hidden.isEmpty()) {
      return new Hidden(hidden, small(sum(counts, counts.keySet())));
    }
    var others = new ArrayList<>(shown(counts, hidden));
    while (isKnown(counts, hidden) && !others.isEmpty()) {
      hidden.add(others.removeFirst());
    }
    return new Hidden(hidden, isKnown(counts, hidden) || small(sum(counts, counts.keySet())));
  }

  /** Whether total less what is shown tells too much. */
  private static boolean isKnown(Map<String, Long> counts, Set<String> hidden) {
    long parts = hidden.stream().filter(part -> counts.getOrDefault(part, 0L) > 0).count();
    return parts < 2 || sum(counts, hidden) < SMALLEST;
  }

  /** What is neither hidden nor nought, the smallest first. */
  private static List<String> shown(Map<String, Long> counts, Set<String> hidden) {
    return new TreeMap<>(counts)
        .entrySet().stream()
            .filter(part -> part.getValue() > 0 && !hidden.contains(part.getKey()))
            .sorted(Comparator.comparing(Map.Entry::getValue))
            .map(Map.Entry::getKey)
            .toList();
  }

  private static long sum(Map<String, Long> counts, Set<String> parts) {
    return parts.stream().mapToLong(part -> counts.getOrDefault(part, 0L)).sum();
  }

  private static boolean small(long count) {
    return count > 0 && count < SMALLEST;
  }
}
