package org.maraude.crawler.frontier;

/** What people have ordered by {@code crawl.control}. */
interface Orders {

  /** Whether a site, or every site, is paused. */
  boolean paused(String siteId);
}
