package org.maraude.crawler.fetch;

import java.io.IOException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
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
  private static final Set<FetchOutcome> ORDINARY =
      EnumSet.of(
          FetchOutcome.CONTENT,
          FetchOutcome.NOT_MODIFIED,
          FetchOutcome.GONE,
          FetchOutcome.REDIRECT);

  /** Hears how much came over the wire; from any thread. */
  public interface Received {
    void bytes(String siteId, long count);
  }

  private static final Received NOBODY = (siteId, count) -> {};

  private final String userAgent;
  private final Limits limits;
  private final Clock clock;
  private final PageKeeper keeper;
  private final OkHttpClient open;
  private final OkHttpClient local;

  public Fetcher(CrawlerIdentity identity, Limits limits, Clock clock) {
    this(identity, limits, clock, PageKeeper.NONE, NOBODY);
  }

  /**
   * @param keeper is handed every page that is read
   * @param received hears of every answer's size
   */
  public Fetcher(
      CrawlerIdentity identity, Limits limits, Clock clock, PageKeeper keeper, Received received) {
    this(identity, limits, clock, keeper, received, Dns.SYSTEM);
  }

  /** With a resolver of its own, whose answers the address guard checks like any other's. */
  Fetcher(CrawlerIdentity identity, Limits limits, Clock clock, Dns names) {
    this(identity, limits, clock, PageKeeper.NONE, NOBODY, names);
  }

  private Fetcher(
      CrawlerIdentity identity,
      Limits limits,
      Clock clock,
      PageKeeper keeper,
      Received received,
      Dns names) {
    this.keeper = keeper;
    this.userAgent = identity.userAgent();
    this.limits = limits;
    this.clock = clock;
    var bytes = new BytesReceived(received);
    var lease = new LeaseCheck(clock);
    this.open = GuardedClient.of(limits, names, lease, bytes, false);
    this.local = GuardedClient.of(limits, names, lease, bytes, true);
  }

  /**
   * Makes the request. Whether the lease leaves time for it has been looked at before.
   *
   * @throws LeaseOverException when connecting took until the lease was over: nothing was asked
   */
  public FetchResult fetch(Permit permit, SiteFile site) {
    var begun = new Begun(permit, site, limits, clock, keeper);
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
    } catch (LeaseCheck.Over e) {
      throw new LeaseOverException(permit.permitId());
    } catch (IOException e) {
      return begun.failed(Ending.of(e, false), null);
    }
  }

  private Request request(Permit permit, SiteFile site, HttpUrl url) {
    var marked = LeaseCheck.mark(OneRequest.mark(new Request.Builder()), permit);
    var request = marked.url(url).tag(SiteFile.class, site);
    request.header("User-Agent", userAgent);
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
