package org.maraude.crawler.fetch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.maraude.crawler.extract.Page;
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

  private final String userAgent;
  private final Limits limits;
  private final Clock clock;
  private final OkHttpClient open;
  private final OkHttpClient local;

  public Fetcher(CrawlerIdentity identity, Limits limits, Clock clock) {
    this.userAgent = identity.userAgent();
    this.limits = limits;
    this.clock = clock;
    this.open = client(false);
    this.local = client(true);
  }

  private OkHttpClient client(boolean forLocal) {
    return new OkHttpClient.Builder()
        .cookieJar(CookieJar.NO_COOKIES)
        .authenticator(Authenticator.NONE)
        .proxy(Proxy.NO_PROXY)
        .followRedirects(false)
        .followSslRedirects(false)
        .retryOnConnectionFailure(false)
        .addNetworkInterceptor(new LeaseCheck(clock))
        .fastFallback(false)
        .callTimeout(limits.call())
        .connectTimeout(limits.call())
        .readTimeout(limits.call())
        .connectionPool(new ConnectionPool(16, 30, TimeUnit.SECONDS))
        .dns(guardedNames(forLocal))
        .socketFactory(new GuardedSockets(forLocal))
        .build();
  }

  private static Dns guardedNames(boolean forLocal) {
    return host -> {
      var addresses = List.of(InetAddress.getAllByName(host));
      // One refused address among several is enough: which one is used is not ours to choose.
      for (var address : addresses) {
        if (!AddressGuard.allows(address, forLocal)) {
          throw new RefusedName();
        }
      }
      return addresses;
    };
  }

  /** Carries a refusal through an interface that knows only unknown names. */
  private static final class RefusedName extends UnknownHostException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Makes the request. Whether the lease leaves time for it has been looked at before.
   *
   * @throws LeaseOverException when connecting took until the lease was over: nothing was asked
   */
  public FetchResult fetch(Permit permit, SiteFile site) {
    var url = HttpUrl.parse(permit.url());
    if (url == null || !site.covers(permit.url())) {
      return failed(permit, FetchOutcome.OUT_OF_SCOPE, null, System.nanoTime());
    }
    if (AddressGuard.refusesLiteral(url.host(), site.local())) {
      return failed(permit, FetchOutcome.ADDRESS_REFUSED, null, System.nanoTime());
    }
    long start = System.nanoTime();
    var call = (site.local() ? local : open).newCall(request(permit, url));
    try (var response = call.execute()) {
      var result = read(permit, site, response, start);
      if (result.outcome() == FetchOutcome.TOO_LARGE || result.status() == null) {
        // Closing would read on to save the connection, and a page without end has no end.
        call.cancel();
      }
      return result;
    } catch (LeaseCheck.Over e) {
      throw new LeaseOverException(permit.permitId());
    } catch (IOException e) {
      return failed(permit, outcome(e), null, start);
    }
  }

  private Request request(Permit permit, HttpUrl url) {
    var request = LeaseCheck.mark(new Request.Builder(), permit).url(url);
    request.header("User-Agent", userAgent);
    request.header("Accept", permit.kind() == PageKind.ROBOTS ? "text/plain,*/*;q=0.1" : ACCEPT);
    if (permit.etag() != null) {
      request.header("If-None-Match", permit.etag());
    }
    if (permit.lastModified() != null) {
      request.header("If-Modified-Since", permit.lastModified());
    }
    return request.build();
  }

  private FetchResult read(Permit permit, SiteFile site, Response response, long start)
      throws IOException {
    int status = response.code();
    return switch (status) {
      case 200, 203 -> content(permit, site, response, start);
      case 304 -> failed(permit, FetchOutcome.NOT_MODIFIED, response, start);
      case 404, 410 -> failed(permit, FetchOutcome.GONE, response, start);
      case 301, 302, 303, 307, 308 -> redirect(permit, site, response, start);
      case 401, 403 -> failed(permit, FetchOutcome.FORBIDDEN, response, start);
      case 429 -> failed(permit, FetchOutcome.TOO_MANY_REQUESTS, response, start);
      case 503 -> failed(permit, FetchOutcome.UNAVAILABLE, response, start);
      default -> {
        boolean server = status >= 500 && status < 600;
        var outcome = server ? FetchOutcome.SERVER_ERROR : FetchOutcome.UNEXPECTED_STATUS;
        yield failed(permit, outcome, response, start);
      }
    };
  }

  private FetchResult redirect(Permit permit, SiteFile site, Response response, long start) {
    var header = response.header("Location");
    var target =
        header == null
            ? null
            : CanonicalUrl.resolve(permit.url(), header).filter(site::covers).orElse(null);
    if (target == null) {
      return failed(permit, FetchOutcome.OUT_OF_SCOPE, response, start);
    }
    return new FetchResult(
        permit,
        false,
        FetchOutcome.REDIRECT,
        response.code(),
        clock.instant(),
        millisSince(start),
        null,
        target,
        null,
        null,
        null,
        null,
        null,
        List.of());
  }

  private FetchResult content(Permit permit, SiteFile site, Response response, long start)
      throws IOException {
    if (!readable(permit.kind(), response.header("Content-Type"))) {
      return failed(permit, FetchOutcome.WRONG_TYPE, response, start);
    }
    int limit = limits.of(permit.kind());
    var source = response.body().source();
    // OkHttp has taken gzip off here, so a small bomb counts with its full size.
    if (source.request(limit + 1L)) {
      return failed(permit, FetchOutcome.TOO_LARGE, response, start);
    }
    var body = source.readByteArray();
    long latency = millisSince(start);
    var page = new Page(permit.url(), body, response.header("Content-Type"), clock.instant());
    return PageResult.of(permit, site, page, response, latency);
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

  private FetchResult failed(
      Permit permit, FetchOutcome outcome, @Nullable Response response, long start) {
    return new FetchResult(
        permit,
        false,
        outcome,
        response == null ? null : response.code(),
        clock.instant(),
        millisSince(start),
        response == null ? null : response.header("Retry-After"),
        null,
        null,
        null,
        null,
        null,
        null,
        List.of());
  }

  private static FetchOutcome outcome(IOException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof AddressRefusedException || cause instanceof RefusedName) {
        return FetchOutcome.ADDRESS_REFUSED;
      }
    }
    return switch (failure) {
      case UnknownHostException unknown -> FetchOutcome.NAME_UNKNOWN;
      case SSLException tls -> FetchOutcome.TLS_FAILED;
      case InterruptedIOException late -> FetchOutcome.TIMEOUT;
      default -> FetchOutcome.CONNECTION_FAILED;
    };
  }

  private static long millisSince(long start) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
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
