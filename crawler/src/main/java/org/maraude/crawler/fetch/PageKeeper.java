package org.maraude.crawler.fetch;

import okhttp3.Headers;
import org.maraude.crawler.extract.Page;
import org.maraude.crawler.site.SiteFile;
import org.maraude.events.crawl.PageKind;

/** Is handed what was fetched and read. It must neither wait nor fail. Thread safe. */
public interface PageKeeper {

  /** Keeps nothing. */
  PageKeeper NONE = (site, kind, page, status, headers) -> {};

  /**
   * @param page with its body decoded
   * @param headers as they came, those of the body's coding included
   */
  void keep(SiteFile site, PageKind kind, Page page, int status, Headers headers);
}
