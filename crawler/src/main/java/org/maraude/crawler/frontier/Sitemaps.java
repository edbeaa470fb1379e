package org.maraude.crawler.frontier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.maraude.crawler.site.SiteFile;
import org.maraude.crawler.urls.CanonicalUrl;
import org.maraude.events.crawl.FetchResult;
import org.maraude.events.crawl.PageKind;
import org.maraude.events.crawl.SitemapPage;

/**
 * What sitemaps lead to. Those that a site's robots.txt or its file names are due whenever
 * robots.txt was read, so once a day. An ad that is new, or that changed after it was last read, is
 * due at once; nothing else of a sitemap is used.
 */
final class Sitemaps {

  private static final int MOST_NAMED = 50;

  private final FrontierStores stores;

  Sitemaps(FrontierStores stores) {
    this.stores = stores;
  }

  /** A robots.txt was read. */
  void named(SiteFile site, String origin, List<String> byRobots, Instant now) {
    var named = new ArrayList<>(byRobots);
    site.sitemaps().stream()
        .filter(url -> CanonicalUrl.origin(url).equals(origin))
        .forEach(named::add);
    named.stream()
        .distinct()
        .filter(site::covers)
        .limit(MOST_NAMED)
        .forEach(url -> plan(site, url, 1, now));
  }

  private void plan(SiteFile site, String url, int level, Instant now) {
    var known = stores.url(url);
    if (known == null || (known.kind() == PageKind.SITEMAP && known.dueAt() == null)) {
      var page = known != null ? known : UrlState.of(site.id(), PageKind.SITEMAP, level, 0);
      stores.put(site.politenessKey(), url, known, page.change().due(now, page.lane()).done());
    }
  }

  void read(SiteFile site, UrlState page, FetchResult result, SitemapPage sitemap, Instant now) {
    for (var link : sitemap.pages()) {
      ad(site, link, now);
    }
    // An index inside an index is not allowed, and could go round.
    if (page.page() <= 1) {
      for (var part : sitemap.parts()) {
        var known = stores.url(part.url());
        if (known == null || newer(part, known, now) || part.lastModified() == null) {
          plan(site, part.url(), 2, now);
        }
      }
    }
    var change = page.change().read(result, now).due(null, page.lane());
    stores.put(site.politenessKey(), result.permit().url(), page, change.done());
  }

  private void ad(SiteFile site, SitemapPage.Link link, Instant now) {
    var known = stores.url(link.url());
    if (known == null) {
      // Without a rule for them, a page that nothing else names may be anything.
      if (site.ad().url() != null && site.ad().url().matcher(link.url()).find()) {
        var fresh = UrlState.of(site.id(), PageKind.AD, 0, 0).change().due(now, Lane.NEW).done();
        stores.put(site.politenessKey(), link.url(), null, fresh);
      }
      return;
    }
    boolean waits = known.dueAt() != null && known.lane() == Lane.NEW;
    if (known.kind() == PageKind.AD && !waits && newer(link, known, now)) {
      var due = known.change().due(now, Lane.NEW).done();
      stores.put(site.politenessKey(), link.url(), known, due);
    }
  }

  /** Whether it changed after it was last read. A time in the future would always be newer. */
  private static boolean newer(SitemapPage.Link link, UrlState known, Instant now) {
    var changed = link.lastModified();
    return changed != null
        && !changed.isAfter(now)
        && (known.lastRead() == null || changed.isAfter(known.lastRead()));
  }
}
