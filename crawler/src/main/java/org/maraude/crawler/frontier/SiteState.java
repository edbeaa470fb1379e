package org.maraude.crawler.frontier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.maraude.events.Event;
import org.maraude.events.crawl.SiteStatus;

/**
 * A site's counters and health, and what was last told of it.
 *
 * @param health field to the smoothed share of pages that yield it; {@code cards} is that of
 *     listings
 * @param toldAt when its status was last told
 * @param day in UTC, to which the next two belong
 */
record SiteState(
    SiteStatus.State state,
    Instant since,
    @Nullable Instant lastNewAd,
    long pagesFetched,
    long adsKnown,
    long adsNew,
    Map<String, Double> health,
    Instant toldAt,
    LocalDate day,
    long planned,
    long successful)
    implements Event {

  private static final double NEWEST_COUNTS = 0.05;

  SiteState {
    health = health == null ? Map.of() : Map.copyOf(health);
  }

  static SiteState begun(Instant now, LocalDate day) {
    return new SiteState(
        SiteStatus.State.RUNNING, now, null, 0, 0, 0, Map.of(), Instant.EPOCH, day, 0, 0);
  }

  SiteState visited(boolean answered, boolean successfully) {
    return new SiteState(
        state,
        since,
        lastNewAd,
        pagesFetched + (answered ? 1 : 0),
        adsKnown,
        adsNew,
        health,
        toldAt,
        day,
        planned + 1,
        successful + (successfully ? 1 : 0));
  }

  SiteState adFound(Instant now) {
    return new SiteState(
        state,
        since,
        now,
        pagesFetched,
        adsKnown + 1,
        adsNew + 1,
        health,
        toldAt,
        day,
        planned,
        successful);
  }

  SiteState adGone() {
    return new SiteState(
        state,
        since,
        lastNewAd,
        pagesFetched,
        Math.max(0, adsKnown - 1),
        adsNew,
        health,
        toldAt,
        day,
        planned,
        successful);
  }

  /** With one more page that yielded a field, or did not. */
  SiteState yields(Map<String, Boolean> fields) {
    var smoothed = new TreeMap<>(health);
    fields.forEach((field, found) -> {
      double before = smoothed.getOrDefault(field, 1.0);
      smoothed.put(field, before + NEWEST_COUNTS * ((found ? 1 : 0) - before));
    });
    return new SiteState(
        state,
        since,
        lastNewAd,
        pagesFetched,
        adsKnown,
        adsNew,
        smoothed,
        toldAt,
        day,
        planned,
        successful);
  }

  SiteState told(SiteStatus.State now, Instant at) {
    return new SiteState(
        now,
        now == state ? since : at,
        lastNewAd,
        pagesFetched,
        adsKnown,
        adsNew,
        health,
        at,
        day,
        planned,
        successful);
  }

  SiteState onDay(LocalDate today) {
    return new SiteState(
        state, since, lastNewAd, pagesFetched, adsKnown, adsNew, health, toldAt, today, 0, 0);
  }
}
