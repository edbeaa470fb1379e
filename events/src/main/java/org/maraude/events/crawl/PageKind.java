package org.maraude.events.crawl;

/** What a request is made for. */
public enum PageKind {
  /** An origin's robots.txt, asked before anything else of it. */
  ROBOTS,
  /** A sitemap, or an index of them. */
  SITEMAP,
  /** A page that lists ads. */
  LISTING,
  /** The page of one ad. */
  AD
}
