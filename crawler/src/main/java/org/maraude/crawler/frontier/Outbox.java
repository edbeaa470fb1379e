package org.maraude.crawler.frontier;

import org.maraude.events.ads.AdGone;
import org.maraude.events.ads.AdSeen;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.crawl.CrawlCoverage;
import org.maraude.events.crawl.Permit;
import org.maraude.events.crawl.SiteStatus;

/** Where the frontier's decisions leave by, in the transaction of the state they change. */
interface Outbox {

  void permit(String politenessKey, Permit permit);

  void observed(ObservedAd ad);

  void seen(AdSeen seen);

  void gone(AdGone gone);

  void status(SiteStatus status);

  void coverage(CrawlCoverage coverage);
}
