package org.maraude.dashboard.sites;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maraude.events.crawl.CrawlControl;
import org.maraude.events.crawl.SiteStatus;

/**
 * One site.
 *
 * @param cause why it is not running, as a code; null while it runs
 * @param detail of the cause: a field's name or the way a request ended
 * @param reason in the crawler's words; null while it runs
 * @param since when the present state began
 * @param nextVisit null when none is planned
 * @param lastNewAd null before the first
 * @param requests made since the first crawl, answered or not
 * @param pagesFetched requests answered since the first crawl
 * @param adsKnown ads read and not gone
 * @param adsNew ads first read since the first crawl
 * @param requestsPerNewAd null before the first
 * @param coverage share of yesterday's and today's planned visits that succeeded, 0 to 1; null when
 *     none was planned
 * @param fieldHealth field to the share of pages that yield it, 0 to 1
 * @param faded fields that are not required, were on nearly all pages once and are on few now
 * @param order the latest for this site alone; null when there was none
 * @param waiting whether the crawler has still to obey it
 * @param silent whether the crawler has said nothing for longer than it ever should
 * @param at when the crawler said so
 */
public record SiteRow(
    String siteId,
    String name,
    SiteStatus.State state,
    SiteStatus.@Nullable Cause cause,
    @Nullable String detail,
    @Nullable String reason,
    Instant since,
    @Nullable Instant nextVisit,
    @Nullable Instant lastNewAd,
    long requests,
    long pagesFetched,
    long adsKnown,
    long adsNew,
    @Nullable Double requestsPerNewAd,
    @Nullable Double coverage,
    Map<String, Double> fieldHealth,
    List<String> faded,
    @Nullable SiteOrder order,
    boolean waiting,
    boolean silent,
    Instant at) {

  public SiteRow {
    faded = List.copyOf(faded);
  }

  /** Whether a person should look at a field. */
  public boolean weak(String field) {
    boolean required = cause == SiteStatus.Cause.LAYOUT && field.equals(detail);
    return required || faded.contains(field);
  }

  /** Whether the person who may should be offered a pause rather than its end. */
  public boolean offersPause() {
    return order == null
        ? cause != SiteStatus.Cause.ORDER && cause != SiteStatus.Cause.ORDER_UNREADABLE
        : order.order() == CrawlControl.Order.RESUME;
  }
}
