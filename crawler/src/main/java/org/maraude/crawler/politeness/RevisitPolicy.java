package org.maraude.crawler.politeness;

import java.time.Duration;
import java.time.Instant;
import org.maraude.crawler.site.SiteFile;

/** How often a page is asked again. Pure functions. */
public final class RevisitPolicy {

  /** A listing page with this many known ads is the last of its poll. */
  public static final int KNOWN_ADS_THAT_END_A_POLL = 3;

  private static final int MOST_DOUBLINGS = 20;

  private RevisitPolicy() {}

  /**
   * A listing's next interval: half when all its ads were new, half as much again when none, but
   * not longer than its rhythm allows.
   *
   * @param longest see {@link Rhythm#longest}
   */
  public static Duration afterPoll(
      Duration interval, int newAds, int knownAds, Duration longest, SiteFile.Revisit revisit) {
    var next = interval;
    if (newAds > 0 && knownAds == 0) {
      next = interval.dividedBy(2);
    } else if (newAds == 0) {
      next = interval.multipliedBy(3).dividedBy(2);
    }
    return within(next.compareTo(longest) < 0 ? next : longest, revisit);
  }

  /**
   * The time to the next poll of a site whose pages are no longer understood: four times as long.
   */
  public static Duration whileDegraded(Duration interval, SiteFile.Revisit revisit) {
    return within(interval.multipliedBy(4), revisit);
  }

  /** Whether a poll goes on to the page after this one. */
  public static boolean goesOn(int page, int knownAds, int maxPages) {
    return knownAds < KNOWN_ADS_THAT_END_A_POLL && page < maxPages;
  }

  /**
   * Whether a sweep goes on to the page after this one: while pages show ads that it has not met. A
   * listing without end repeats itself.
   */
  public static boolean sweepsOn(int page, int ads, int metBefore, int maxPages) {
    return ads > 0 && (metBefore < ads || page < maxPages);
  }

  /** When a listing that was last swept is to be read to its end again. */
  public static Instant nextSweep(Instant swept, SiteFile.Revisit revisit) {
    return swept.plus(revisit.ads());
  }

  /**
   * Until when an ad that a listing showed is taken to be there: the next sweep shows it again, or
   * it has its own page asked.
   */
  public static Instant unlistedAt(Instant listed, SiteFile.Revisit revisit) {
    return listed.plus(revisit.ads()).plus(revisit.ads().dividedBy(8));
  }

  /** When a page that failed is tried again: the shortest interval, doubled with each failure. */
  public static Duration afterFailure(int failures, SiteFile.Revisit revisit) {
    double millis = revisit.min().toMillis() * Math.pow(2, Math.min(failures - 1, MOST_DOUBLINGS));
    return Duration.ofMillis((long) Math.min(millis, (double) Backoff.LONGEST.toMillis()));
  }

  private static Duration within(Duration interval, SiteFile.Revisit revisit) {
    if (interval.compareTo(revisit.min()) < 0) {
      return revisit.min();
    }
    return interval.compareTo(revisit.max()) > 0 ? revisit.max() : interval;
  }
}
