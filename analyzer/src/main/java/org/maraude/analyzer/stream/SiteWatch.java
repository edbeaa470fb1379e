package org.maraude.analyzer.stream;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which sites are set aside, because their ads fail in rows. Now and then one ad of such a site is
 * tried, and a site whose ad is taken comes back. Kept in memory only: after a start every site is
 * tried anew. Thread safe.
 */
final class SiteWatch {

  static final int IN_A_ROW = 20;
  static final Duration TRIED_AGAIN_AFTER = Duration.ofMinutes(10);
  private static final int SITES_KEPT = 1_000;

  /** What became of a site. */
  enum Change {
    NONE,
    SET_ASIDE,
    BACK
  }

  private record Row(int failures, Instant lastTried) {
    boolean isAside() {
      return failures >= IN_A_ROW;
    }
  }

  private final InstantSource clock;
  private final Map<String, Row> rows =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Row> eldest) {
          return size() > SITES_KEPT;
        }
      };

  SiteWatch(InstantSource clock) {
    this.clock = clock;
  }

  /** Whether an ad of the site is to be tried now. */
  synchronized boolean admits(String site) {
    var row = rows.get(site);
    return row == null
        || !row.isAside()
        || !row.lastTried().plus(TRIED_AGAIN_AFTER).isAfter(clock.instant());
  }

  /** An ad of the site was taken. */
  synchronized Change worked(String site) {
    var row = rows.remove(site);
    return row != null && row.isAside() ? Change.BACK : Change.NONE;
  }

  /** An ad of the site that was tried failed. */
  synchronized Change failed(String site) {
    var row = rows.get(site);
    int failures = row == null ? 1 : row.failures() + 1;
    rows.put(site, new Row(failures, clock.instant()));
    return failures == IN_A_ROW ? Change.SET_ASIDE : Change.NONE;
  }

  /** How many sites are set aside. */
  synchronized int aside() {
    return (int) rows.values().stream().filter(Row::isAside).count();
  }
}
