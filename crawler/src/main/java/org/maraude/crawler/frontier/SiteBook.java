package org.maraude.crawler.frontier;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.maraude.crawler.politeness.HostState;
import org.maraude.crawler.site.SiteFile;
import org.maraude.events.crawl.CrawlCoverage;
import org.maraude.events.crawl.FetchOutcome;
import org.maraude.events.crawl.FetchResult;
import org.maraude.events.crawl.SiteStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps each site's counters, and tells how it stands: at once when that changes, two seconds after
 * a figure changed, and each minute, so that silence means that nobody crawls.
 */
final class SiteBook {

  private static final Logger LOG = LoggerFactory.getLogger(SiteBook.class);
  private static final Duration TOLD_EVERY = Duration.ofSeconds(2);
  private static final Duration SILENT_AT_MOST = Duration.ofMinutes(1);

  private final FrontierStores stores;
  private final Outbox outbox;
  private final Orders orders;
  private final Predicate<String> forbidden;

  // Only memories: what they lack is told, or looked up, once more.
  private final Set<String> upToDate = new HashSet<>();
  private final Map<String, Boolean> allForbidden = new HashMap<>();

  /**
   * @param forbidden whether a robots.txt that was read forbids an URL
   */
  SiteBook(FrontierStores stores, Outbox outbox, Orders orders, Predicate<String> forbidden) {
    this.stores = stores;
    this.outbox = outbox;
    this.orders = orders;
    this.forbidden = forbidden;
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

  /** A permit's lease ended without a result. */
  void lost(SiteFile site, Instant now) {
    stores.sites().put(site.id(), of(site, now).lost());
    upToDate.remove(site.id());
  }

  /** A robots.txt was read: what it forbids is to be looked up again. */
  void robotsRead() {
    allForbidden.clear();
  }

  /** Keeps the state, and tells it if it is time. */
  void keep(
      SiteFile site, SiteState state, HostState host, @Nullable Instant nextVisit, Instant now) {
    var standing = standing(site, state, host, now);
    if (standing.state() == state.state() && now.isBefore(state.toldAt().plus(TOLD_EVERY))) {
      stores.sites().put(site.id(), state);
      upToDate.remove(site.id());
      return;
    }
    tell(site, state, standing, nextVisit(host, nextVisit), now);
  }

  /** Tells what changed without a visit: a pause ordered, a block that ended, a figure untold. */
  void look(SiteFile site, HostState host, @Nullable Instant nextVisit, Instant now) {
    var known = stores.sites().get(site.id());
    var state = known == null ? of(site, now) : known;
    var standing = standing(site, state, host, now);
    var toldFor = Duration.between(state.toldAt(), now);
    boolean untold = !upToDate.contains(site.id()) && toldFor.compareTo(TOLD_EVERY) >= 0;
    if (known == null
        || standing.state() != state.state()
        || untold
        || toldFor.compareTo(SILENT_AT_MOST) >= 0) {
      tell(site, of(site, now), standing, nextVisit(host, nextVisit), now);
    }
  }

  private Standing standing(SiteFile site, SiteState state, HostState host, Instant now) {
    boolean none = allForbidden.computeIfAbsent(site.id(), id -> noStartPageAllowed(site));
    return Standing.of(site, state, host, orders.hold(site.id()), none, now);
  }

  private boolean noStartPageAllowed(SiteFile site) {
    return !site.start().isEmpty() && site.start().stream().allMatch(forbidden);
  }

  private static @Nullable Instant nextVisit(HostState host, @Nullable Instant wakeAt) {
    if (host.outstanding() != null) {
      return host.outstanding().issuedAt();
    }
    return Instant.MAX.equals(wakeAt) ? null : wakeAt;
  }

  private void tell(
      SiteFile site,
      SiteState before,
      Standing standing,
      @Nullable Instant nextVisit,
      Instant now) {
    var told = before.told(standing.state(), standing.began(), now);
    if (told.state() != before.state()) {
      LOG.atInfo()
          .addKeyValue("site", site.id())
          .addKeyValue("state", told.state())
          .addKeyValue("cause", standing.cause())
          .addKeyValue("detail", standing.detail())
          .log("a site's state changed");
    }
    stores.sites().put(site.id(), told);
    upToDate.add(site.id());
    tellCoverage(site, told);
    outbox.status(
        new SiteStatus(
            site.id(),
            site.name(),
            standing.state(),
            standing.cause(),
            standing.detail(),
            standing.reason(),
            told.since(),
            standing.state() == SiteStatus.State.PAUSED ? null : nextVisit,
            told.lastNewAd(),
            told.requests(),
            told.pagesFetched(),
            told.adsKnown(),
            told.adsNew(),
            SiteHealth.shares(told),
            SiteHealth.faded(site, told),
            now));
  }

  private void tellCoverage(SiteFile site, SiteState state) {
    outbox.coverage(new CrawlCoverage(site.id(), state.day(), state.planned(), state.successful()));
  }
}
