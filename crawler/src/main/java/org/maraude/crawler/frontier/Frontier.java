package org.maraude.crawler.frontier;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleSupplier;
import org.maraude.crawler.meters.CrawlMeters;
import org.maraude.crawler.politeness.HostState;
import org.maraude.crawler.politeness.Politeness;
import org.maraude.crawler.robots.RobotsRules;
import org.maraude.crawler.robots.RobotsVerdict;
import org.maraude.crawler.site.SiteFile;
import org.maraude.events.EventFormatException;
import org.maraude.events.crawl.DiscoveredUrl;
import org.maraude.events.crawl.FetchOutcome;
import org.maraude.events.crawl.FetchResult;
import org.maraude.events.crawl.PageKind;
import org.maraude.events.crawl.Permit;

/**
 * The frontier of one partition: takes wishes and results, keeps at most one permit out for each
 * politeness key, publishes ads. Not thread safe; one Streams task owns it. The caller hands in the
 * time.
 */
final class Frontier {

  private static final Duration ROBOTS_KEPT = Duration.ofHours(24);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  /**
   * How long after its start a task lets leases run on: results may be there that it has not read.
   */
  private static final Duration CATCHING_UP = Duration.ofSeconds(5);

  private static final Duration COUNT_EVERY = Duration.ofSeconds(15);

  private final FrontierStores stores;
  private final Map<String, SiteFile> sites;
  private final Map<String, List<SiteFile>> sitesByKey;
  private final Dispatcher dispatcher;
  private final Sitemaps sitemaps;
  private final Visits visits;
  private final Ads ads;
  private final SiteBook book;
  private final Outbox outbox;
  private final DoubleSupplier random;
  private final CrawlMeters meters;

  // When to look at a key again. Only a memory: it is built anew from the stores at a start.
  private final Map<String, Instant> wakeAt = new HashMap<>();
  private Instant lookAt = Instant.EPOCH;
  private Instant caughtUpAt = Instant.EPOCH;
  private Instant countAt = Instant.EPOCH;

  Frontier(
      FrontierStores stores,
      FrontierSettings settings,
      Map<String, List<SiteFile>> sitesByKey,
      Orders orders,
      Outbox outbox) {
    this.stores = stores;
    this.sites = settings.sites();
    this.sitesByKey = sitesByKey;
    this.outbox = outbox;
    this.random = settings.random();
    this.meters = settings.meters();
    this.dispatcher =
        new Dispatcher(stores, sitesByKey, orders, settings.lease(), settings.permitIds());
    this.ads = new Ads(stores, outbox);
    this.sitemaps = new Sitemaps(stores);
    this.visits = new Visits(stores, new Listings(stores, ads), sitemaps, ads);
    this.book = new SiteBook(stores, outbox, orders, dispatcher::forbids);
  }

  /**
   * Finds the keys of this partition.
   *
   * @param restartedAt since when permits from before are known to be dead; {@link Instant#MIN}
   *     where other processes may hold them
   */
  void begin(Instant restartedAt, Instant now) {
    caughtUpAt = now.plus(CATCHING_UP);
    try (var all = stores.hosts().all()) {
      while (all.hasNext()) {
        wakeAt.put(all.next().key, now);
      }
    }
    for (var key : wakeAt.keySet()) {
      var host = stores.host(key);
      var freed = Politeness.abandoned(host, restartedAt);
      if (!freed.equals(host)) {
        lost(Objects.requireNonNull(host.outstanding()), now);
        stores.hosts().put(key, freed);
      }
    }
  }

  /** A page worth a visit. */
  void discovered(String key, DiscoveredUrl wish, Instant now) {
    var site = siteOf(key, wish.siteId());
    if (!site.covers(wish.url())) {
      throw new EventFormatException("the URL is outside the site's hosts");
    }
    var known = stores.url(wish.url());
    if (known == null || (known.dueAt() == null && !known.gone())) {
      boolean listing = wish.kind() == PageKind.LISTING;
      var page = known != null ? known : UrlState.of(site.id(), wish.kind(), listing ? 1 : 0, 0);
      stores.put(key, wish.url(), known, page.change().due(now, page.lane()).done());
    }
    if (stores.hosts().get(key) == null) {
      stores.hosts().put(key, HostState.NEW);
    }
    dispatch(key, now);
  }

  /** What a request brought, or a file. */
  void result(String key, FetchResult result, Instant now) {
    var site = siteOf(key, result.permit().siteId());
    if (result.imported()) {
      imported(key, site, result, now);
      return;
    }
    var host = stores.host(key);
    if (!Politeness.expected(host, result)) {
      stores.hosts().put(key, Politeness.late(host, result, site, now));
      dispatch(key, now);
      return;
    }
    var answered = Politeness.answered(host, result, site, now, random.getAsDouble());
    var state = SiteBook.visited(book.of(site, now), result);
    if (result.permit().kind() == PageKind.ROBOTS) {
      answered = robots(answered, site, result, now);
      book.robotsRead();
    } else {
      state = visits.visited(site, state, result, now);
    }
    var next = dispatch(key, answered, now);
    book.keep(site, state, next, wakeAt.get(key), now);
  }

  private void imported(String key, SiteFile site, FetchResult result, Instant now) {
    if (result.ad() != null) {
      var state = ads.imported(site, book.of(site, now), result, result.ad());
      book.keep(site, state, stores.host(key), wakeAt.get(key), now);
    }
  }

  private HostState robots(HostState host, SiteFile site, FetchResult result, Instant now) {
    var origin = Objects.requireNonNull(result.permit().robotsOf());
    int redirects = result.permit().redirects();
    if (result.outcome() == FetchOutcome.REDIRECT && redirects < RobotsVerdict.MOST_REDIRECTS) {
      stores
          .robots()
          .put(origin, new RobotsState(null, null, now, result.location(), redirects + 1));
      return host;
    }
    var verdict = RobotsVerdict.of(result);
    return switch (verdict) {
      case UNREACHABLE -> {
        var blocked = Politeness.robotsUnreadable(host, result, site, now, random.getAsDouble());
        var until = Objects.requireNonNull(blocked.blockedUntil());
        stores.robots().put(origin, new RobotsState(verdict, null, until, null, 0));
        yield blocked;
      }
      case ALLOW -> {
        stores.robots().put(origin, new RobotsState(verdict, null, now.plus(ROBOTS_KEPT), null, 0));
        sitemaps.named(site, origin, List.of(), now);
        yield host.asking(origin, Duration.ZERO).reached(now);
      }
      case RULES -> {
        var text = Objects.requireNonNull(result.robotsText());
        stores.robots().put(origin, new RobotsState(verdict, text, now.plus(ROBOTS_KEPT), null, 0));
        var rules = RobotsRules.parse(origin, text);
        sitemaps.named(site, origin, rules.sitemaps(), now);
        yield host.asking(origin, rules.crawlDelay()).reached(now);
      }
    };
  }

  /** Gives permits whose time has come. */
  void tick(Instant now) {
    for (var key : List.copyOf(wakeAt.keySet())) {
      if (!now.isBefore(Objects.requireNonNull(wakeAt.get(key)))) {
        dispatch(key, now);
      }
    }
    if (!now.isBefore(lookAt)) {
      lookAt = now.plus(LOOK_EVERY);
      for (var key : List.copyOf(wakeAt.keySet())) {
        for (var site : sitesByKey.getOrDefault(key, List.of())) {
          book.look(site, stores.host(key), wakeAt.get(key), now);
        }
      }
    }
    if (!now.isBefore(countAt)) {
      countAt = now.plus(COUNT_EVERY);
      countBacklogs(now);
    }
  }

  private void countBacklogs(Instant now) {
    for (var key : wakeAt.keySet()) {
      for (var site : sitesByKey.getOrDefault(key, List.of())) {
        var backlog = Backlog.of(stores.due(), key, site.id(), now);
        meters.backlog(site.id(), backlog.pages(), backlog.lag());
      }
    }
  }

  /** The partition goes to another task: its sites' gauges are told there. */
  void end() {
    for (var key : wakeAt.keySet()) {
      sitesByKey.getOrDefault(key, List.of()).forEach(site -> meters.leave(site.id()));
    }
  }

  private void dispatch(String key, Instant now) {
    dispatch(key, stores.host(key), now);
  }

  /** Gives the next permit of a key if its time has come; keeps and returns the key's state. */
  private HostState dispatch(String key, HostState before, Instant now) {
    var out = before.outstanding();
    if (out != null && now.isBefore(HostState.later(out.leaseEnd(), caughtUpAt))) {
      wakeAt.put(key, HostState.later(out.leaseEnd(), caughtUpAt));
      return keep(key, before);
    }
    var host = Politeness.lost(before, now);
    if (out != null) {
      lost(out, now);
    }
    return switch (dispatcher.choose(key, host, now)) {
      case Dispatcher.Choice.Wait(var until) -> {
        wakeAt.put(key, until);
        yield keep(key, host);
      }
      case Dispatcher.Choice.Go(var permit) -> {
        outbox.permit(key, permit);
        wakeAt.put(key, permit.leaseEnd());
        yield keep(key, Politeness.issue(host, permit));
      }
    };
  }

  private void lost(Permit permit, Instant now) {
    var site = sites.get(permit.siteId());
    if (site != null) {
      meters.permit(site.id(), CrawlMeters.PermitFate.LOST);
      book.lost(site, now);
    }
  }

  private HostState keep(String key, HostState host) {
    if (!host.equals(stores.hosts().get(key))) {
      stores.hosts().put(key, host);
    }
    return host;
  }

  private SiteFile siteOf(String key, String siteId) {
    var site = sites.get(siteId);
    if (site == null) {
      throw new EventFormatException("no site file has this id");
    }
    if (!site.politenessKey().equals(key)) {
      throw new EventFormatException("the key is not the site's politeness key");
    }
    return site;
  }
}
