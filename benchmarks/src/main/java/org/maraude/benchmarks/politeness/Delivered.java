package org.maraude.benchmarks.politeness;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which of the seeded ads were published.
 *
 * @param missing never
 * @param doubled more than once
 * @param unexpected not seeded, or behind a robots.txt that nobody could read
 */
record Delivered(int seeded, List<String> missing, List<String> doubled, List<String> unexpected) {

  static Delivered of(Set<String> seeded, Map<String, Integer> published) {
    return new Delivered(
        seeded.size(),
        seeded.stream().filter(ad -> !published.containsKey(ad)).sorted().toList(),
        published.keySet().stream()
            .filter(ad -> published.getOrDefault(ad, 0) > 1)
            .sorted()
            .toList(),
        published.keySet().stream().filter(ad -> !seeded.contains(ad)).sorted().toList());
  }
}
