package org.maraude.dashboard.pages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One site as the front page shows it.
 *
 * @param state a name of {@code SiteStatus.State}
 * @param reason of a state other than running
 * @param lastNewAd when an ad not known before was last read
 */
public record SiteLine(
    String name,
    String state,
    @Nullable String reason,
    long adsKnown,
    long pagesFetched,
    @Nullable Instant lastNewAd) {

  public boolean running() {
    return state.equals("RUNNING");
  }

  /** A person's pause is no trouble. */
  boolean troubled() {
    return !running() && !state.equals("PAUSED");
  }
}
