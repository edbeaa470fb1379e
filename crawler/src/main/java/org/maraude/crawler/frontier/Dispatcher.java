package org.maraude.crawler.frontier;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.maraude.crawler.politeness.HostState;
import org.maraude.crawler.politeness.Politeness;
import org.maraude.crawler.politeness.RevisitPolicy;
import org.maraude.crawler.robots.RobotsRules;
import org.maraude.crawler.robots.RobotsVerdict;
import org.maraude.crawler.site.SiteFile;
import org.maraude.crawler.urls.CanonicalUrl;
import org.maraude.events.crawl.PageKind;
import org.maraude.events.crawl.Permit;

/** Chooses what a politeness key is asked next, and says when to look again if that is not now. */
final class Dispatcher {

  /** What to do for a key now. */
  sealed interface Choice {
    record Go(Permit permit) implements Choice {}

    /** Nothing before {@code until}; {@link Instant#MAX} where nothing is planned. */
    record Wait(Instant until) implements Choice {}
  }

  private static final Duration FORBIDDEN_PAGES_AGAIN_AFTER = Duration.ofHours(24);
  private static final Duration PAUSED_SITES_AGAIN_AFTER = Duration.ofMillis(500);
  private static final int MOST_REPLANNED_AT_ONCE = 200;
  private static final int MOST_ROBOTS_REMEMBERED = 256;

  private record ParsedRobots(Instant until, RobotsRules rules) {}

  private final FrontierStores stores;
  private final Map<String, List<SiteFile>> sitesByKey;
  private final Orders orders;
  private final Duration lease;
  private final Supplier<String> ids;

  private final Map<String, ParsedRobots> parsed =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ParsedRobots> eldest) {
          return size() > MOST_ROBOTS_REMEMBERED;
        }
      };

  Dispatcher(
      FrontierStores stores,
      Map<String, List<SiteFile>> sitesByKey,
      Orders orders,
      Duration lease,
      Supplier<String> ids) {
    this.stores = stores;
    this.sitesByKey = sitesByKey;
    this.orders = orders;
    this.lease = lease;
    this.ids = ids;
  }

  /** The choice for a key that has no permit out. */
  Choice choose(String key, HostState host, Instant now) {
    for (int replanned = 0; replanned < MOST_REPLANNED_AT_ONCE; replanned++) {
      var earliest = Instant.MAX;
      Candidate best = null;
      for (var site : sitesByKey.getOrDefault(key, List.of())) {
        if (orders.paused(site.id())) {
          earliest = sooner(earliest, now.plus(PAUSED_SITES_AGAIN_AFTER));
          continue;
        }
        var candidate = candidate(key, site, host, now);
        if (candidate == null) {
          continue;
        }
        if (candidate.from().isAfter(now)) {
          earliest = sooner(earliest, candidate.from());
        } else if (best == null || candidate.entry().at().isBefore(best.entry().at())) {
          best = candidate;
        }
      }
      if (best == null) {
        return new Choice.Wait(earliest);
      }
      var choice = judge(key, best, now);
      if (choice.isPresent()) {
        return choice.get();
      }
    }
    return new Choice.Wait(now);
  }

  private record Candidate(SiteFile site, Lane lane, DueQueue.Entry entry, Instant from) {}

  private @Nullable Candidate candidate(String key, SiteFile site, HostState host, Instant now) {
    var notBefore = Politeness.notBefore(host, site);
    Candidate soonest = null;
    for (var lane : Lane.values()) {
      var entry = stores.due().first(key, site.id(), lane);
      if (entry.isEmpty()) {
        continue;
      }
      var from = entry.get().at().isAfter(notBefore) ? entry.get().at() : notBefore;
      var candidate = new Candidate(site, lane, entry.get(), from);
      if (!entry.get().at().isAfter(now)) {
        return candidate;
      }
      if (soonest == null || from.isBefore(soonest.from())) {
        soonest = candidate;
      }
    }
    return soonest;
  }

  /** A permit, or a reason to wait; empty where the page was planned anew and another is next. */
  private Optional<Choice> judge(String key, Candidate candidate, Instant now) {
    var entry = candidate.entry();
    var site = candidate.site();
    var page = stores.url(entry.url());
    if (page == null || !entry.at().equals(page.dueAt()) || page.lane() != candidate.lane()) {
      stores.due().remove(entry);
      return Optional.empty();
    }
    var listed = page.lastListed();
    if (page.lane() == Lane.REVISIT && listed != null) {
      var unlistedAt = RevisitPolicy.unlistedAt(listed, site.revisit());
      if (unlistedAt.isAfter(now)) {
        var later = page.change().due(unlistedAt, Lane.REVISIT).done();
        stores.put(key, entry.url(), page, later);
        return Optional.empty();
      }
    }
    if (!site.covers(entry.url())) {
      stores.forget(key, entry.url(), page);
      return Optional.empty();
    }
    return byRobots(key, site, entry.url(), page, now);
  }

  private Optional<Choice> byRobots(
      String key, SiteFile site, String url, UrlState page, Instant now) {
    var origin = CanonicalUrl.origin(url);
    var robots = stores.robots().get(origin);
    if (robots == null || robots.verdict() == null || !now.isBefore(robots.until())) {
      return Optional.of(new Choice.Go(askRobots(site, origin, robots, now)));
    }
    return switch (robots.verdict()) {
      case UNREACHABLE -> Optional.of(new Choice.Wait(robots.until()));
      case ALLOW -> Optional.of(new Choice.Go(ask(site, url, page, now)));
      case RULES -> {
        if (rules(origin, robots).allows(url)) {
          yield Optional.of(new Choice.Go(ask(site, url, page, now)));
        }
        var again = now.plus(FORBIDDEN_PAGES_AGAIN_AFTER);
        stores.put(key, url, page, page.change().due(again, page.lane()).done());
        yield Optional.empty();
      }
    };
  }

  /** Whether a robots.txt that was read forbids an URL. */
  boolean forbids(String url) {
    var origin = CanonicalUrl.origin(url);
    var robots = stores.robots().get(origin);
    return robots != null
        && robots.verdict() == RobotsVerdict.RULES
        && !rules(origin, robots).allows(url);
  }

  private RobotsRules rules(String origin, RobotsState robots) {
    var known = parsed.get(origin);
    if (known == null || !known.until().equals(robots.until())) {
      var text = robots.text() == null ? "" : robots.text();
      known = new ParsedRobots(robots.until(), RobotsRules.parse(origin, text));
      parsed.put(origin, known);
    }
    return known.rules();
  }

  private Permit askRobots(
      SiteFile site, String origin, @Nullable RobotsState robots, Instant now) {
    var askAt = robots == null || robots.verdict() != null ? null : robots.askAt();
    int redirects = robots == null || askAt == null ? 0 : robots.redirects();
    return new Permit(
        ids.get(),
        site.id(),
        askAt == null ? origin + "/robots.txt" : askAt,
        PageKind.ROBOTS,
        now,
        now.plus(lease),
        redirects,
        0,
        false,
        origin,
        null,
        null);
  }

  private Permit ask(SiteFile site, String url, UrlState page, Instant now) {
    boolean toEnd = page.isPoll() ? sweepIsDue(site, page, now) : page.sweep() != null;
    return new Permit(
        ids.get(),
        site.id(),
        url,
        page.kind(),
        now,
        now.plus(lease),
        page.redirects(),
        page.page(),
        toEnd,
        null,
        // A sweep needs the cards and the way on, even of a page that did not change.
        toEnd ? null : page.etag(),
        toEnd ? null : page.lastModified());
  }

  private static boolean sweepIsDue(SiteFile site, UrlState page, Instant now) {
    return page.sweep() == null
        || !now.isBefore(RevisitPolicy.nextSweep(page.sweep(), site.revisit()));
  }

  private static Instant sooner(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
