package org.maraude.benchmarks.revisit;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/**
 * The other way: every half hour all pages of the listing, and every ad that is new, as soon as it
 * is met. It keeps the same delay between two requests. It reads no ad twice, which many such
 * crawlers do; so it is a kind yardstick.
 */
final class FixedPolling {

  private static final Duration EVERY = Duration.ofMinutes(30);
  private static final Duration DELAY = Duration.ofSeconds(5);

  private FixedPolling() {}

  static Tally run(SimulatedSite site, Instant begin, Instant from, Instant to) {
    var tally = new Tally(from, to);
    var known = new HashMap<Integer, SimulatedSite.Ad>();
    var at = begin;
    for (var turn = begin; turn.isBefore(to); turn = turn.plus(EVERY)) {
      at = at.isAfter(turn) ? at : turn;
      at = readAll(site, tally, known, at);
    }
    return tally;
  }

  private static Instant readAll(
      SimulatedSite site, Tally tally, Map<Integer, SimulatedSite.Ad> known, Instant begin) {
    var at = begin;
    var listed = new HashSet<Integer>();
    for (int page = 1; page <= site.pages(at); page++) {
      var ads = site.page(page, at);
      tally.request(at);
      at = at.plus(DELAY);
      for (var ad : ads) {
        listed.add(ad.number());
        if (known.put(ad.number(), ad) == null) {
          tally.request(at);
          tally.told(ad, at);
          at = at.plus(DELAY);
        }
      }
    }
    for (var ad : known.values()) {
      if (!listed.contains(ad.number()) && !ad.gone().isAfter(at)) {
        tally.gone(ad, at);
      }
    }
    known.keySet().retainAll(listed);
    return at;
  }
}
