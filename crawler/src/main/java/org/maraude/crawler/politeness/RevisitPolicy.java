package org.maraude.crawler.politeness;

import java.time.Duration;
import org.maraude.crawler.site.SiteFile;

/** How often a page is asked again. Pure functions. */
public final class RevisitPolicy {

  /** A listing page with this many known ads is the last of its poll. */
  public static final int KNOWN_ADS_THAT_END_A_POLL = 3;

  private static final int MOST_DOUBLINGS = 20;

  private RevisitPolicy() {}

  /** A listing's next interval: half when all its ads were new, half as much again when none. */
  public static Duration afterPoll(
      Duration interval, int newAds, int knownAds, SiteFile.Revisit revisit) {
    if (newAds > 0 && knownAds == 0) {
      return within(interval.dividedBy(2), revisit);
    }
    return newAds == 0
        ? within(interval.multipliedBy(3).dividedBy(2), revisit)
        : within(interval, revisit);
  }

  /**
   * The time to the next poll of a site whose pages are no longer understood: four times as long.
   */
  public static Duration whileDegraded(Duration interval, SiteFile.Revisit revisit) {
    return within(interval.multipliedBy(4), revisit);
  }

  /** Whether a poll goes on to the page after this one. */
  public static boolean goesOn(int page, int knownAds, boolean toEnd, int maxPages) {
    return toEnd || (knownAds < KNOWN_ADS_THAT_END_A_POLL && page < maxPages);
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
