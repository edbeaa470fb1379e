package org.maraude.events.crawl;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maraude.events.Required;

/**
 * What a sitemap names: pages, or further sitemaps if it is an index (sitemaps.org).
 *
 * @param pages inside the site's scope, the newest first, bounded by what a record holds
 * @param parts of an index, likewise
 */
public record SitemapPage(List<Link> pages, List<Link> parts) {

  /**
   * One entry.
   *
   * @param url canonical
   * @param lastModified what the site says; null where it says nothing, or the same of all
   */
  public record Link(String url, @Nullable Instant lastModified) {
    public Link {
      Required.text(url, "url");
    }
  }

  public SitemapPage {
    pages = Required.list(pages);
    parts = Required.list(parts);
  }
}
