package org.maraude.dashboard.sites;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.maraude.events.crawl.SiteStatus;

/**
 * One site.
 *
 * @param reason why it is not running; null while it runs
 * @param since when the present state began
 * @param nextVisit null when none is planned
 * @param lastNewAd null before the first
 * @param pagesFetched requests answered since the first crawl
 * @param adsKnown ads read and not gone
 * @param coverage share of yesterday's and today's planned visits that succeeded, 0 to 1; null when
 *     none was planned
 * @param at when the crawler said so
 */
public record SiteRow(
    String siteId,
    String name,
    SiteStatus.State state,
    @Nullable String reason,
    Instant since,
    @Nullable Instant nextVisit,
    @Nullable Instant lastNewAd,
    long pagesFetched,
    long adsKnown,
    long adsNew,
    @Nullable Double coverage,
    Instant at) {}
