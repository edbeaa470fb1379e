package org.maraude.crawler.frontier;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maraude.crawler.fetch.Fetcher;
import org.maraude.crawler.politeness.RevisitPolicy;
import org.maraude.crawler.site.SiteFile;
import org.maraude.events.crawl.FetchResult;
import org.maraude.events.crawl.PageKind;
import org.maraude.events.crawl.Permit;

/** What becomes of a page once its result is there, whatever that is. */
final class Visits {

  /** A following page of a listing that keeps failing is given up; the next poll finds another. */
  private static final int MOST_FAILURES_OF_A_FOLLOWING_PAGE = 5;

  private final FrontierStores stores;
  private final Listings listings;
  private final Sitemaps sitemaps;
  private final Ads ads;

  Visits(FrontierStores stores, Listings listings, Sitemaps sitemaps, Ads ads) {
    this.stores = stores;
    this.listings = listings;
    this.sitemaps = sitemaps;
    this.ads = ads;
  }

  /** Records the result of a visit to a page of {@code site}. */
  SiteState visited(SiteFile site, SiteState before, FetchResult result, Instant now) {
    var url = result.permit().url();
    var page = stores.url(url);
    if (page == null) {
      return before;
    }
    return switch (result.outcome()) {
      case CONTENT -> content(site, before, page, result, now);
      case NOT_MODIFIED ->
          switch (page.kind()) {
            case LISTING -> listings.unchanged(site, before, url, page, now);
            case AD -> ads.unchanged(site, before, url, page, now);
            case SITEMAP -> {
              rest(site, url, page, now);
              yield before;
            }
            case ROBOTS -> before;
          };
      case GONE -> gone(site, before, url, page, now);
      case REDIRECT -> redirected(site, before, page, result, now);
      case INCOMPLETE -> {
        fail(site, url, page, now);
        yield page.kind() == PageKind.AD ? SiteHealth.ad(site, before, result) : before;
      }
      case OUT_OF_SCOPE,
          ENDLESS_REDIRECT,
          URL_REFUSED,
          FORBIDDEN,
          TOO_MANY_REQUESTS,
          UNAVAILABLE,
          SERVER_ERROR,
          UNEXPECTED_STATUS,
          WALL,
          UNDECODABLE,
          TOO_LARGE,
          WRONG_TYPE,
          UNKNOWN_ENCODING,
          CORRUPT,
          TRUNCATED,
          MALFORMED,
          UNREADABLE,
          TIMEOUT,
          NAME_UNKNOWN,
          TLS_FAILED,
          CONNECTION_FAILED,
          ADDRESS_REFUSED -> {
        fail(site, url, page, now);
        yield before;
      }
    };
  }

  private SiteState content(
      SiteFile site, SiteState before, UrlState page, FetchResult result, Instant now) {
    return switch (result.permit().kind()) {
      case LISTING ->
          listings.read(site, before, page, result, Objects.requireNonNull(result.listing()), now);
      case AD -> ads.read(site, before, page, result, Objects.requireNonNull(result.ad()), now);
      case SITEMAP -> {
        sitemaps.read(site, page, result, Objects.requireNonNull(result.sitemap()), now);
        yield before;
      }
      case ROBOTS -> before;
    };
  }

  private SiteState gone(SiteFile site, SiteState before, String url, UrlState page, Instant now) {
    if (page.kind() == PageKind.AD) {
      return ads.gone(site, before, url, page, now);
    }
    fail(site, url, page, now);
    return before;
  }

  private SiteState redirected(
      SiteFile site, SiteState before, UrlState page, FetchResult result, Instant now) {
    var url = result.permit().url();
    var target = Objects.requireNonNull(result.location());
    var known = stores.url(target);
    boolean toListing =
        site.start().contains(target) || (known != null && known.kind() == PageKind.LISTING);
    if (page.kind() == PageKind.AD && toListing) {
      return ads.gone(site, before, url, page, now);
    }
    if (target.equals(url) || result.permit().redirects() >= Fetcher.MOST_REDIRECTS) {
      fail(site, url, page, now);
      return before;
    }
    follow(site, page, result.permit(), target, known, now);
    rest(site, url, page, now);
    return before;
  }

  private void follow(
      SiteFile site,
      UrlState page,
      Permit permit,
      String target,
      @Nullable UrlState known,
      Instant now) {
    var next =
        known != null
            ? known
            : UrlState.of(site.id(), page.kind(), page.page(), permit.redirects() + 1)
                .change()
                .sweep(page.sweep())
                .done();
    boolean wanted = known == null || (known.kind() == PageKind.LISTING && !known.isPoll());
    if (wanted && next.dueAt() == null) {
      stores.put(site.politenessKey(), target, known, next.change().due(now, page.lane()).done());
    }
  }

  /** After a redirect: the page itself is asked again at its usual pace. */
  private void rest(SiteFile site, String url, UrlState page, Instant now) {
    var change = page.change().unchanged(now);
    if (page.isPoll()) {
      change.due(now.plus(listings.interval(site, page)), Lane.POLL);
    } else if (page.kind() == PageKind.AD) {
      change.due(now.plus(site.revisit().ads()), Lane.REVISIT);
    } else {
      change.due(null, page.lane());
    }
    stores.put(site.politenessKey(), url, page, change.done());
  }

  private void fail(SiteFile site, String url, UrlState page, Instant now) {
    boolean following = page.kind() != PageKind.AD && !page.isPoll();
    var change = page.change().failedAgain();
    if (following && page.failures() + 1 >= MOST_FAILURES_OF_A_FOLLOWING_PAGE) {
      change.due(null, page.lane());
    } else {
      Duration pause = RevisitPolicy.afterFailure(page.failures() + 1, site.revisit());
      change.due(now.plus(pause), page.lane());
    }
    stores.put(site.politenessKey(), url, page, change.done());
  }
}
