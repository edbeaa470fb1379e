package org.maraude.crawler.frontier;

import java.time.Duration;
import java.time.Instant;

/**
 * What waits of one site.
 *
 * @param pages whose time has come, counted up to {@link #MOST_COUNTED} in each lane
 * @param lag how long the one that waits longest has waited
 */
record Backlog(long pages, Duration lag) {

  /** Counting walks over the queue, which may be long. */
  static final int MOST_COUNTED = 1_000;

  static Backlog of(DueQueue due, String key, String siteId, Instant now) {
    long pages = 0;
    var lag = Duration.ZERO;
    for (var lane : Lane.values()) {
      var first = due.first(key, siteId, lane);
      if (first.isPresent() && !first.get().at().isAfter(now)) {
        pages += due.countUntil(key, siteId, lane, now, MOST_COUNTED);
        var waited = Duration.between(first.get().at(), now);
        lag = waited.compareTo(lag) > 0 ? waited : lag;
      }
    }
    return new Backlog(pages, lag);
  }
}
