package org.maraude.events.crawl;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maraude.events.Event;
import org.maraude.events.Required;

/**
 * How one site's crawl stands now, keyed by site.
 *
 * @param cause why it is not {@link State#RUNNING}, as a code; null while it runs
 * @param detail of the cause: a field's name for {@link Cause#LAYOUT}, a {@link FetchOutcome} for
 *     {@link Cause#REFUSED} and {@link Cause#ROBOTS_UNREADABLE}; else null
 * @param reason why it is not {@link State#RUNNING}, in one line; null while it runs
 * @param since when the present state began; kept over restarts and over tries that fail again
 * @param nextVisit when the next request may go out; null when none is planned
 * @param lastNewAd when an ad not known before was last read
 * @param requests made since the site was first crawled, robots.txt included, answered or not. A
 *     permit that was lost counts as one, because its request may have been made
 * @param pagesFetched those of them that were answered
 * @param adsKnown ads read and not gone
 * @param adsNew ads first read since the site was first crawled
 * @param fieldHealth field name to the share of pages that yield it, 0 to 1, smoothed; {@code
 *     cards} is that of listings, {@code ad} the share of ads' pages that could be read at all
 * @param faded fields that the site file does not require, that nearly all pages once yielded and
 *     fewer than half do now
 */
public record SiteStatus(
    String siteId,
    String name,
    State state,
    @Nullable Cause cause,
    @Nullable String detail,
    @Nullable String reason,
    Instant since,
    @Nullable Instant nextVisit,
    @Nullable Instant lastNewAd,
    long requests,
    long pagesFetched,
    long adsKnown,
    long adsNew,
    Map<String, Double> fieldHealth,
    List<String> faded,
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

  /** Why a site is not running. */
  public enum Cause {
    /** Pages no longer yield a field that the site file requires. */
    LAYOUT,
    /** The last answer was a refusal, or none came. */
    REFUSED,
    /** The site's robots.txt cannot be read, and so nothing is asked. */
    ROBOTS_UNREADABLE,
    /** The site's robots.txt forbids every page that the site file starts from. */
    ROBOTS_FORBIDS,
    /** A person paused this site. */
    ORDER,
    /** A person stopped all sites. */
    ORDER_FOR_ALL,
    /** The last order cannot be read: the careful reading is to stop. */
    ORDER_UNREADABLE
  }

  public SiteStatus {
    Required.text(siteId, "siteId");
    Required.field(name, "name");
    Required.field(state, "state");
    Required.field(since, "since");
    Required.field(at, "at");
    fieldHealth = fieldHealth == null ? Map.of() : Map.copyOf(fieldHealth);
    faded = Required.list(faded);
  }
}
