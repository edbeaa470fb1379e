package org.maraude.crawler.fetch;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.maraude.crawler.extract.Page;
import org.maraude.crawler.robots.RobotsVerdict;
import org.maraude.crawler.site.SiteFile;
import org.maraude.crawler.sitemap.SitemapException;
import org.maraude.crawler.sitemap.SitemapReader;
import org.maraude.crawler.urls.CanonicalUrl;
import org.maraude.events.crawl.FetchOutcome;
import org.maraude.events.crawl.FetchResult;
import org.maraude.events.crawl.PageKind;
import org.maraude.events.crawl.Permit;

/** A request that was begun, and the result that its answer makes of it. */
final class Begun {

  private static final Set<String> READ =
      Set.of(
          "text/html",
          "application/xhtml+xml",
          "text/xml",
          "application/xml",
          "application/json",
          "application/ld+json",
          "text/plain");

  /** A sitemap may be a gzip file (sitemaps.org), whatever the coding it is sent in. */
  private static final Set<String> ZIPPED =
      Set.of("application/gzip", "application/x-gzip", "application/octet-stream");

  private final Permit permit;
  private final SiteFile site;
  private final Limits limits;
  private final Clock clock;
  private final PageKeeper keeper;
  private final long start = System.nanoTime();

  Begun(Permit permit, SiteFile site, Limits limits, Clock clock, PageKeeper keeper) {
    this.permit = permit;
    this.site = site;
    this.limits = limits;
    this.clock = clock;
    this.keeper = keeper;
  }

  /** What an answer with its head there says. */
  FetchResult read(Response response) {
    return switch (response.code()) {
      case 200, 203 -> content(response);
      case 301, 302, 303, 307, 308 -> redirect(response);
      default -> {
        boolean conditional = permit.etag() != null || permit.lastModified() != null;
        yield failed(Ending.of(response.code(), conditional), response);
      }
    };
  }

  private FetchResult redirect(Response response) {
    var header = response.header("Location");
    if (header == null) {
      return failed(FetchOutcome.OUT_OF_SCOPE, response);
    }
    return switch (CanonicalUrl.judge(permit.url(), header)) {
      case CanonicalUrl.Judged.Refused(var why) ->
          failed(
              switch (why) {
                case ODD_HOST -> FetchOutcome.ADDRESS_REFUSED;
                case NOT_A_URL, NOT_WEB, CREDENTIALS, TOO_LONG -> FetchOutcome.URL_REFUSED;
              },
              response);
      case CanonicalUrl.Judged.Canonical(var target) -> redirect(target, response);
    };
  }

  private FetchResult redirect(String target, Response response) {
    if (AddressGuard.refusesLiteral(HttpUrl.get(target).host(), site.local())) {
      return failed(FetchOutcome.ADDRESS_REFUSED, response);
    }
    if (!site.covers(target)) {
      return failed(FetchOutcome.OUT_OF_SCOPE, response);
    }
    if (target.equals(permit.url()) || (last() && !site.start().contains(target))) {
      return failed(FetchOutcome.ENDLESS_REDIRECT, response);
    }
    return result(FetchOutcome.REDIRECT, response, target);
  }

  /** Whether as many redirects led here as are followed. Back to the listing means gone. */
  private boolean last() {
    return switch (permit.kind()) {
      case ROBOTS -> permit.redirects() >= RobotsVerdict.MOST_REDIRECTS;
      case SITEMAP, LISTING, AD -> permit.redirects() >= Fetcher.MOST_REDIRECTS;
    };
  }

  private FetchResult content(Response response) {
    var type = response.header("Content-Type");
    if (!readable(permit.kind(), type)) {
      return failed(FetchOutcome.WRONG_TYPE, response);
    }
    try {
      if (permit.kind() == PageKind.SITEMAP) {
        return sitemap(response);
      }
      var body = Body.read(response, limits.of(permit.kind()));
      var latency = millis();
      var page = new Page(permit.url(), body, type, clock.instant());
      keeper.keep(site, permit.kind(), page, response.code(), response.headers());
      return PageResult.of(permit, site, page, response, latency);
    } catch (IOException e) {
      return failed(Ending.of(e, true), response);
    }
  }

  private FetchResult sitemap(Response response) throws IOException {
    try (var body = Body.open(response)) {
      var sitemap = SitemapReader.read(site, permit.url(), body);
      return PageResult.sitemap(permit, sitemap, response, clock.instant(), millis());
    } catch (SitemapException e) {
      return failed(e.outcome(), response);
    }
  }

  /** A result without content; {@code response} is null where none came. */
  FetchResult failed(FetchOutcome outcome, @Nullable Response response) {
    return result(outcome, response, null);
  }

  private FetchResult result(
      FetchOutcome outcome, @Nullable Response response, @Nullable String location) {
    return new FetchResult(
        permit,
        false,
        outcome,
        response == null ? null : response.code(),
        clock.instant(),
        millis(),
        response == null ? null : OneRequest.retryAfter(response),
        location,
        null,
        null,
        null,
        null,
        null,
        List.of());
  }

  private long millis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  private static boolean readable(PageKind kind, @Nullable String contentType) {
    if (contentType == null) {
      return kind == PageKind.ROBOTS;
    }
    int end = contentType.indexOf(';');
    var type = (end < 0 ? contentType : contentType.substring(0, end)).strip();
    var name = type.toLowerCase(Locale.ROOT);
    return switch (kind) {
      case ROBOTS -> name.equals("text/plain");
      case SITEMAP -> READ.contains(name) || ZIPPED.contains(name);
      case LISTING, AD -> READ.contains(name);
    };
  }
}
