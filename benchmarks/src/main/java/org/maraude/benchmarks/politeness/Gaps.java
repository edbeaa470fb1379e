package org.maraude.benchmarks.politeness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.maraude.benchmarks.web.Visit;

/**
 * What an access log says of politeness.
 *
 * @param shortest the least time by which a gap was longer than asked; negative where one was not
 * @param tooShort every gap that was shorter than asked, in words
 * @param forbidden every request that robots.txt did not allow, in words
 */
record Gaps(Duration shortest, List<String> tooShort, List<String> forbidden) {

  /**
   * Judges a log.
   *
   * @param delay from the end of an answer to the next request of the same host, at least
   */
  static Gaps of(List<Visit> log, Duration delay) {
    var tooShort = new ArrayList<String>();
    var forbidden = new ArrayList<String>();
    long shortest = Long.MAX_VALUE;
    for (var visits : byHost(log).values()) {
      boolean rulesKnown = false;
      long notBefore = Long.MIN_VALUE;
      for (var visit : visits) {
        if (notBefore != Long.MIN_VALUE) {
          long over = visit.begin() - notBefore;
          shortest = Math.min(shortest, over);
          if (over < 0) {
            tooShort.add("%.1f ms too early: %s".formatted(-over / 1e6, visit));
          }
        }
        boolean robots = visit.path().equals("/robots.txt");
        if ((!robots && !rulesKnown) || visit.path().startsWith("/private/")) {
          forbidden.add(visit.toString());
        }
        rulesKnown |= robots && (visit.status() == 200 || visit.status() == 404);
        notBefore = Math.max(notBefore, visit.end() + Math.max(delay.toNanos(), visit.asksNanos()));
      }
    }
    var least = Duration.ofNanos(shortest == Long.MAX_VALUE ? 0 : shortest);
    return new Gaps(least, List.copyOf(tooShort), List.copyOf(forbidden));
  }

  private static Map<Integer, List<Visit>> byHost(List<Visit> log) {
    return log.stream()
        .sorted(Comparator.comparingLong(Visit::begin))
        .collect(Collectors.groupingBy(Visit::host, TreeMap::new, Collectors.toList()));
  }
}
