package org.maraude.crawler.trial;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.crawler.fetch.CrawlerIdentity;
import org.maraude.crawler.fetch.Fetcher;
import org.maraude.crawler.fetch.Limits;
import org.maraude.crawler.politeness.Backoff;
import org.maraude.crawler.politeness.HostState;
import org.maraude.crawler.politeness.Politeness;
import org.maraude.crawler.robots.RobotsRules;
import org.maraude.crawler.robots.RobotsVerdict;
import org.maraude.crawler.site.SiteFile;
import org.maraude.crawler.urls.CanonicalUrl;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.crawl.FetchOutcome;
import org.maraude.events.crawl.FetchResult;
import org.maraude.events.crawl.PageKind;
import org.maraude.events.crawl.Permit;

/**
 * Visits a site in one process, without Kafka, under the crawler's own rules: robots.txt first, one
 * request at a time, the delay between them, guarded addresses. It stops at the first refusal that
 * asks for more than a minute. Blocking; used once, by one thread.
 */
public final class SiteTry {

  /** Is told what happens while it happens. */
  public interface Listener {
    /** A request ended; {@code missing} are the fields that its page did not yield. */
    void visited(String url, FetchOutcome outcome, java.util.List<String> missing);

    /** robots.txt forbids a page. */
    void forbidden(String url);

    void ad(ObservedAd ad);
  }

  /**
   * How it ended.
   *
   * @param stoppedBy why before the end, in one line; null where everything was visited
   */
  public record Summary(int requests, int ads, @Nullable String stoppedBy) {}

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private record Wish(String url, PageKind kind, int page, int redirects) {}

  private final SiteFile site;
  private final Clock clock;
  private final Listener listener;
  private final int mostAds;
  private final Fetcher fetcher;
  private final Map<String, RobotsRules> robots = new HashMap<>();
  private final Set<String> wished = new HashSet<>();
  private final Deque<Wish> wishes = new ArrayDeque<>();
  private HostState host = HostState.NEW;
  private int requests;
  private int ads;
  private @Nullable String stoppedBy;

  private SiteTry(SiteFile site, Fetcher fetcher, int mostAds, Clock clock, Listener listener) {
    this.site = site;
    this.fetcher = fetcher;
    this.mostAds = mostAds;
    this.clock = clock;
    this.listener = listener;
  }

  /**
   * Visits listings and ads until {@code mostAds} are read or nothing is left.
   *
   * @throws InterruptedException when interrupted while waiting
   */
  public static Summary run(
      SiteFile site, CrawlerIdentity identity, int mostAds, Clock clock, Listener listener)
      throws InterruptedException {
    try (var fetcher = new Fetcher(identity, Limits.USUAL, clock)) {
      return new SiteTry(site, fetcher, mostAds, clock, listener).run();
    }
  }

  private Summary run() throws InterruptedException {
    site.start().forEach(url -> wish(new Wish(url, PageKind.LISTING, 1, 0), false));
    while (stoppedBy == null && ads < mostAds && !wishes.isEmpty()) {
      visit(wishes.removeFirst());
    }
    return new Summary(requests, ads, stoppedBy);
  }

  private void wish(Wish wish, boolean first) {
    if (wished.add(wish.url())) {
      if (first) {
        wishes.addFirst(wish);
      } else {
        wishes.addLast(wish);
      }
    }
  }

  private void visit(Wish wish) throws InterruptedException {
    var rules = rules(CanonicalUrl.origin(wish.url()));
    if (rules == null) {
      return;
    }
    if (!rules.allows(wish.url())) {
      listener.forbidden(wish.url());
      return;
    }
    var result = request(wish.url(), wish.kind(), wish.page(), null);
    if (result == null) {
      return;
    }
    if (Backoff.refusal(result.outcome()).isPresent()) {
      wishes.addFirst(wish);
    }
    if (result.ad() != null) {
      ads++;
      listener.ad(result.ad());
    }
    if (result.location() != null && wish.redirects() < 3) {
      wish(new Wish(result.location(), wish.kind(), wish.page(), wish.redirects() + 1), true);
    }
    if (result.listing() != null) {
      result
          .listing()
          .cards()
          .forEach(card -> wish(new Wish(card.url(), PageKind.AD, 0, 0), false));
      var next = result.listing().next();
      if (next != null && wish.page() < site.maxPages()) {
        wish(new Wish(next, PageKind.LISTING, wish.page() + 1, 0), false);
      }
    }
  }

  private @Nullable RobotsRules rules(String origin) throws InterruptedException {
    var known = robots.get(origin);
    if (known != null) {
      return known;
    }
    var url = origin + "/robots.txt";
    for (int redirects = 0; redirects <= RobotsVerdict.MOST_REDIRECTS; redirects++) {
      var result = request(url, PageKind.ROBOTS, 0, origin);
      if (result == null) {
        return null;
      }
      if (result.location() != null) {
        url = result.location();
        continue;
      }
      switch (RobotsVerdict.of(result)) {
        case ALLOW -> robots.put(origin, RobotsRules.EVERYTHING);
        case RULES ->
            robots.put(origin, RobotsRules.parse(origin, String.valueOf(result.robotsText())));
        case UNREACHABLE -> {
          stoppedBy =
              "robots.txt of %s cannot be read (%s), so nothing is fetched"
                  .formatted(origin, result.outcome());
          return null;
        }
      }
      var rules = robots.get(origin);
      host = rules == null ? host : host.asking(origin, rules.crawlDelay());
      return rules;
    }
    stoppedBy = "robots.txt of %s redirects too often, so nothing is fetched".formatted(origin);
    return null;
  }

  private @Nullable FetchResult request(
      String url, PageKind kind, int page, @Nullable String robotsOf) throws InterruptedException {
    if (!waitForTurn()) {
      return null;
    }
    var now = clock.instant();
    var lease = now.plus(Limits.USUAL.call()).plusSeconds(10);
    var permit =
        new Permit(
            UUID.randomUUID().toString(),
            site.id(),
            url,
            kind,
            now,
            lease,
            0,
            page,
            false,
            robotsOf,
            null,
            null);
    host = Politeness.issue(host, permit);
    var result = fetcher.fetch(permit, site);
    requests++;
    host = Politeness.answered(host, result, site, clock.instant(), 0);
    listener.visited(url, result.outcome(), result.missing());
    return result;
  }

  private boolean waitForTurn() throws InterruptedException {
    Instant now = clock.instant();
    var wait = Duration.between(now, Politeness.notBefore(host, site));
    if (wait.compareTo(LONGEST_WAIT) > 0 && host.blockedBy() != null) {
      stoppedBy = "%s; wait %d min".formatted(host.blockedBy(), wait.toMinutes() + 1);
      return false;
    }
    if (wait.isPositive()) {
      Thread.sleep(wait.plusMillis(1));
    }
    return true;
  }
}
