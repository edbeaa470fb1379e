package org.maraude.dashboard.trends;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.maraude.dashboard.trends.Cell.Hidden;

/**
 * Hides small counts of one period. Where exactly one would be hidden, the smallest other count is
 * hidden as well, for the total is published too and would give the one away. This protects a chart
 * of totals; exports have rules of their own.
 */
public final class Suppression {

  /** The smallest count that is shown, other than nought. */
  public static final long SMALLEST = 11;

  private Suppression() {}

  /**
   * Why each group's count is hidden, if it is.
   *
   * @param counts group to count, of groups that add up to a total
   */
  static Map<String, Hidden> of(Map<String, Long> counts) {
    var answer = new HashMap<String, Hidden>();
    List<String> shown = new ArrayList<>();
    int hidden = 0;
    for (var group : counts.entrySet()) {
      boolean small = group.getValue() > 0 && group.getValue() < SMALLEST;
      answer.put(group.getKey(), small ? Hidden.SMALL : Hidden.NO);
      if (small) {
        hidden++;
      } else if (group.getValue() > 0) {
        shown.add(group.getKey());
      }
    }
    if (hidden == 1) {
      shown.stream()
          .min(
              Comparator.<String, Long>comparing(counts::get)
                  .thenComparing(Comparator.naturalOrder()))
          .ifPresent(group -> answer.put(group, Hidden.WITH_ANOTHER));
    }
    return answer;
  }

  /** The groups whose counts are hidden, for whatever reason. */
  public static Set<String> hides(Map<String, Long> counts) {
    return of(counts).entrySet().stream()
        .filter(each -> each.getValue() != Hidden.NO)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }
}
