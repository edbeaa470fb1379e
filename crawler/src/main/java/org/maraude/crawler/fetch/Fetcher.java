package org.maraude.crawler.fetch;

import java.io.IOException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.maraude.crawler.extract.Page;
import org.maraude.crawler.robots.RobotsVerdict;
import org.maraude.crawler.site.SiteFile;
import org.maraude.crawler.urls.CanonicalUrl;
import org.maraude.events.crawl.FetchOutcome;
import org.maraude.events.crawl.FetchResult;
import org.maraude.events.crawl.PageKind;
import org.maraude.events.crawl.Permit;

/**
 * Makes the one request that a permit allows and reads the answer. It never throws for anything a
 * site does. Blocking; thread safe.
 */
public final class Fetcher implements AutoCloseable {

  /** How many redirects in a row lead to a page. */
  public static final int MOST_REDIRECTS = 3;

  private static final String ACCEPT =
      "text/html,application/xhtml+xml,application/xml;q=0.9,application/json;q=0.8,text/plain;q=0.5";
  private static final Set<String> READ =
      Set.of(
          "text/html",
          "application/xhtml+xml",
          "text/xml",
          "application/xml",
          "application/json",
          "application/ld+json",
          "text/plain");

  private static final Set<FetchOutcome> ORDINARY =
      EnumSet.of(
          FetchOutcome.CONTENT,
          FetchOutcome.NOT_MODIFIED,
          FetchOutcome.GONE,
          FetchOutcome.REDIRECT);

  private final String userAgent;
  private final Limits limits;
  private final Clock clock;
  private final OkHttpClient open;
  private final OkHttpClient local;

  public Fetcher(CrawlerIdentity identity, Limits limits, Clock clock) {
    this(identity, limits, clock, Dns.SYSTEM);
  }

  /** With a resolver of its own, whose answers the address guard checks like any other's. */
  Fetcher(CrawlerIdentity identity, Limits limits, Clock clock, Dns names) {
    this.userAgent = identity.userAgent();
    this.limits = limits;
    this.clock = clock;
    this.open = GuardedClient.of(limits, names, false);
    this.local = GuardedClient.of(limits, names, true);
  }

  /** Makes the request. Whether the lease still holds has been looked at before. */
  public FetchResult fetch(Permit permit, SiteFile site) {
    var begun = new Begun(permit, site, System.nanoTime());
    var url = HttpUrl.parse(permit.url());
    if (url == null || permit.url().length() > CanonicalUrl.LONGEST) {
      return begun.failed(FetchOutcome.URL_REFUSED, null);
    }
    if (AddressGuard.refusesLiteral(url.host(), site.local())) {
      return begun.failed(FetchOutcome.ADDRESS_REFUSED, null);
    }
    if (!site.covers(permit.url())) {
      return begun.failed(FetchOutcome.OUT_OF_SCOPE, null);
    }
    var call = (site.local() ? local : open).newCall(request(permit, site, url));
    try (var response = call.execute()) {
      var result = begun.read(response);
      if (!ORDINARY.contains(result.outcome())) {
        // Closing would read on to save the connection: a page without end, or an image.
        call.cancel();
      }
      return result;
    } catch (IOException e) {
      return begun.failed(Ending.of(e, false), null);
    }
  }

  private Request request(Permit permit, SiteFile site, HttpUrl url) {
    var request = OneRequest.mark(new Request.Builder().url(url)).header("User-Agent", userAgent);
    request.header("Accept", permit.kind() == PageKind.ROBOTS ? "text/plain,*/*;q=0.1" : ACCEPT);
    // Named here, so that the client leaves the unpacking to us.
    request.header("Accept-Encoding", Packing.ACCEPTED);
    if (site.delay().compareTo(GuardedClient.KEPT) > 0) {
      // Whoever waits that long needs no connection held open for it.
      request.header("Connection", "close");
    }
    if (permit.etag() != null) {
      request.header("If-None-Match", permit.etag());
    }
    if (permit.lastModified() != null) {
      request.header("If-Modified-Since", permit.lastModified());
    }
    return request.build();
  }

  /** A request under way. */
  private final class Begun {

    private final Permit permit;
    private final SiteFile site;
    private final long start;

    private Begun(Permit permit, SiteFile site, long start) {
      this.permit = permit;
      this.site = site;
      this.start = start;
    }

    private FetchResult read(Response response) {
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
        case LISTING, AD -> permit.redirects() >= MOST_REDIRECTS;
      };
    }

    private FetchResult content(Response response) {
      var type = response.header("Content-Type");
      if (!readable(permit.kind(), type)) {
        return failed(FetchOutcome.WRONG_TYPE, response);
      }
      try {
        var body = Body.read(response, limits.of(permit.kind()));
        var latency = millis();
        var page = new Page(permit.url(), body, type, clock.instant());
        return PageResult.of(permit, site, page, response, latency);
      } catch (IOException e) {
        return failed(Ending.of(e, true), response);
      }
    }

    private FetchResult failed(FetchOutcome outcome, @Nullable Response response) {
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
  }

  private static boolean readable(PageKind kind, @Nullable String contentType) {
    if (contentType == null) {
      return kind == PageKind.ROBOTS;
    }
    int end = contentType.indexOf(';');
    var type = (end < 0 ? contentType : contentType.substring(0, end)).strip();
    var name = type.toLowerCase(Locale.ROOT);
    return kind == PageKind.ROBOTS ? name.equals("text/plain") : READ.contains(name);
  }

  /** Ends requests under way. */
  @Override
  public void close() {
    for (var client : List.of(open, local)) {
      client.dispatcher().cancelAll();
      client.connectionPool().evictAll();
      client.dispatcher().executorService().shutdown();
    }
  }
}
