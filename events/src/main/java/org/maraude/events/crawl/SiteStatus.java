package org.maraude.events.crawl;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maraude.events.Event;
import org.maraude.events.Required;

/**
 * How one site's crawl stands now, keyed by site.
 *
 * @param reason why it is not {@link State#RUNNING}, in one line; null while it runs
 * @param since when the present state began
 * @param nextVisit when the next request may go out; null when none is planned
 * @param lastNewAd when an ad not known before was last read
 * @param pagesFetched requests answered since the site was first crawled, robots.txt included
 * @param adsKnown ads read and not gone
 * @param adsNew ads first read since the site was first crawled
 * @param fieldHealth field name to the share of pages that yield it, 0 to 1, smoothed
 */
public record SiteStatus(
    String siteId,
    String name,
    State state,
    @Nullable String reason,
    Instant since,
    @Nullable Instant nextVisit,
    @Nullable Instant lastNewAd,
    long pagesFetched,
    long adsKnown,
    long adsNew,
    Map<String, Double> fieldHealth,
    Instant at)
    implements Event {

  /** From best to worst. */
  public enum State {
    /** Requests go out as planned. */
    RUNNING,
    /** Requests go out, but pages no longer yield what the site file says. */
    DEGRADED,
    /** The site asked for less, could not be reached, or its robots.txt forbids. */
    BLOCKED,
    /** A person paused it. */
    PAUSED
  }

  public SiteStatus {
    Required.text(siteId, "siteId");
    Required.field(name, "name");
    Required.field(state, "state");
    Required.field(since, "since");
    Required.field(at, "at");
    fieldHealth = fieldHealth == null ? Map.of() : Map.copyOf(fieldHealth);
  }
}
