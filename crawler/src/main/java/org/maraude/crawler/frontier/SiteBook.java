package org.maraude.crawler.frontier;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.maraude.crawler.politeness.HostState;
import org.maraude.crawler.site.FieldRule;
import org.maraude.crawler.site.SiteFile;
import org.maraude.events.crawl.CrawlCoverage;
import org.maraude.events.crawl.FetchOutcome;
import org.maraude.events.crawl.FetchResult;
import org.maraude.events.crawl.SiteStatus;

/**
 * Keeps each site's counters, and tells how it stands: when that changes, else every two seconds.
 */
final class SiteBook {

  private static final Duration TOLD_EVERY = Duration.ofSeconds(2);
  private static final double LEAST_HEALTH = 0.8;

  private final FrontierStores stores;
  private final Outbox outbox;
  private final Orders orders;

  SiteBook(FrontierStores stores, Outbox outbox, Orders orders) {
    this.stores = stores;
    this.outbox = outbox;
    this.orders = orders;
  }

  SiteState of(SiteFile site, Instant now) {
    var known = stores.sites().get(site.id());
    var today = Ads.day(now);
    if (known == null) {
      return SiteState.begun(now, today);
    }
    if (known.day().isBefore(today)) {
      tellCoverage(site, known);
      return known.onDay(today);
    }
    return known;
  }

  static SiteState visited(SiteState site, FetchResult result) {
    boolean answered = result.status() != null;
    boolean successful =
        result.outcome() == FetchOutcome.CONTENT || result.outcome() == FetchOutcome.NOT_MODIFIED;
    return site.visited(answered, successful);
  }

  /** Keeps the state, and tells it if it is time. */
  void keep(
      SiteFile site, SiteState state, HostState host, @Nullable Instant nextVisit, Instant now) {
    var standing = standing(site, state, host, now);
    if (standing == state.state() && now.isBefore(state.toldAt().plus(TOLD_EVERY))) {
      stores.sites().put(site.id(), state);
      return;
    }
    var told = state.told(standing, now);
    stores.sites().put(site.id(), told);
    tellCoverage(site, told);
    outbox.status(
        new SiteStatus(
            site.id(),
            site.name(),
            standing,
            reason(site, told, host, standing),
            told.since(),
            Instant.MAX.equals(nextVisit) ? null : nextVisit,
            told.lastNewAd(),
            told.pagesFetched(),
            told.adsKnown(),
            told.adsNew(),
            told.health(),
            now));
  }

  /** Tells a standing that changed without a visit: a pause ordered, a block that ended. */
  void look(SiteFile site, HostState host, @Nullable Instant nextVisit, Instant now) {
    var known = stores.sites().get(site.id());
    if (known != null && standing(site, known, host, now) != known.state()) {
      keep(site, of(site, now), host, nextVisit, now);
    }
  }

  private SiteStatus.State standing(SiteFile site, SiteState state, HostState host, Instant now) {
    if (orders.paused(site.id())) {
      return SiteStatus.State.PAUSED;
    }
    if (host.blockedUntil() != null && host.blockedUntil().isAfter(now)) {
      return SiteStatus.State.BLOCKED;
    }
    return weakest(site, state) == null ? SiteStatus.State.RUNNING : SiteStatus.State.DEGRADED;
  }

  private static @Nullable String weakest(SiteFile site, SiteState state) {
    if (weak(state, "cards")) {
      return "cards";
    }
    if (required(site.ad().title()) && weak(state, "title")) {
      return "title";
    }
    if (required(site.ad().body()) && weak(state, "body")) {
      return "body";
    }
    return site.ad().localId() != null && weak(state, "localId") ? "localId" : null;
  }

  private static boolean required(@Nullable FieldRule rule) {
    return rule != null && rule.required();
  }

  private static boolean weak(SiteState state, String field) {
    return state.health().getOrDefault(field, 1.0) < LEAST_HEALTH;
  }

  private static @Nullable String reason(
      SiteFile site, SiteState state, HostState host, SiteStatus.State standing) {
    return switch (standing) {
      case RUNNING -> null;
      case DEGRADED ->
          "pages no longer yield '%s'; check the site file".formatted(weakest(site, state));
      case BLOCKED -> host.blockedBy();
      case PAUSED -> "paused by a person";
    };
  }

  private void tellCoverage(SiteFile site, SiteState state) {
    outbox.coverage(new CrawlCoverage(site.id(), state.day(), state.planned(), state.successful()));
  }
}
