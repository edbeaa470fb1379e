package org.maraude.crawler.frontier;

import java.util.Optional;
import org.maraude.events.crawl.SiteStatus;

/** What people have ordered by {@code crawl.control}. */
interface Orders {

  /** Whether a site, or every site, is paused. */
  boolean paused(String siteId);

  /** Which order pauses a site, if one does. */
  default Optional<SiteStatus.Cause> hold(String siteId) {
    return paused(siteId) ? Optional.of(SiteStatus.Cause.ORDER) : Optional.empty();
  }
}
