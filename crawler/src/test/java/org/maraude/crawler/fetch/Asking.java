package org.maraude.crawler.fetch;

import java.time.Clock;
import java.time.Duration;
import okhttp3.Dns;
import org.jspecify.annotations.Nullable;
import org.maraude.crawler.site.SiteFile;
import org.maraude.events.crawl.FetchResult;
import org.maraude.events.crawl.PageKind;
import org.maraude.events.crawl.Permit;

/** A fetcher for tests, and the permits it is given. */
final class Asking implements AutoCloseable {

  static final CrawlerIdentity WHO =
      new CrawlerIdentity("Élan (test)", "https://example.org/bot", "bot@example.org");

  private final Clock clock = Clock.systemUTC();
  private final Fetcher fetcher;

  Asking() {
    this(Duration.ofSeconds(5), Dns.SYSTEM);
  }

  /**
   * @param call the longest a request takes
   * @param names in the place of the resolver
   */
  Asking(Duration call, Dns names) {
    fetcher = new Fetcher(WHO, new Limits(2 << 20, 512 << 10, call), clock, names);
  }

  FetchResult ad(SiteFile site, String url) {
    return ad(site, url, 0, null);
  }

  FetchResult ad(SiteFile site, String url, int redirects, @Nullable String etag) {
    return fetcher.fetch(permit(site, url, PageKind.AD, redirects, etag), site);
  }

  FetchResult listing(SiteFile site, String url) {
    return fetcher.fetch(permit(site, url, PageKind.LISTING, 0, null), site);
  }

  FetchResult robots(SiteFile site, String url, int redirects) {
    return fetcher.fetch(permit(site, url, PageKind.ROBOTS, redirects, null), site);
  }

  private Permit permit(
      SiteFile site, String url, PageKind kind, int redirects, @Nullable String etag) {
    var now = clock.instant();
    return new Permit(
        "p",
        site.id(),
        url,
        kind,
        now,
        now.plusSeconds(30),
        redirects,
        0,
        false,
        kind == PageKind.ROBOTS ? "http://demo.example" : null,
        etag,
        null);
  }

  @Override
  public void close() {
    fetcher.close();
  }
}
