package org.maraude.crawler.site;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which known key somebody meant who wrote another: by edit distance, without regard to case. */
final class NearestKey {

  private static final int FARTHEST = 2;
  private static final int LONGEST = 40;

  private NearestKey() {}

  static Optional<String> to(String written, Set<String> known) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    return known.stream()
        .filter(key -> distance(written, key) <= Math.min(FARTHEST, key.length() / 2))
        .min(
            Comparator.comparing((String key) -> distance(written, key)).thenComparing(key -> key));
  }

  /** Levenshtein's, row by row. */
  private static int distance(String one, String other) {
    var from = one.toLowerCase(Locale.ROOT);
    var to = other.toLowerCase(Locale.ROOT);
    var row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int kept = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(kept, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
