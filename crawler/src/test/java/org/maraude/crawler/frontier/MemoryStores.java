package org.maraude.crawler.frontier;

import org.maraude.crawler.politeness.HostState;

/** The frontier's stores in memory. */
final class MemoryStores {

  private final MemoryStore<HostState> hosts = MemoryStore.of(HostState.class);
  private final MemoryStore<RobotsState> robots = MemoryStore.of(RobotsState.class);
  private final MemoryStore<UrlState> urls = MemoryStore.of(UrlState.class);
  private final MemoryStore<AdState> ads = MemoryStore.of(AdState.class);
  private final MemoryStore<SiteState> sites = MemoryStore.of(SiteState.class);
  private final MemoryStore<byte[]> due = MemoryStore.ofBytes();

  /** As a task opens them: nothing but their content is left from before. */
  FrontierStores open() {
    return new FrontierStores(hosts, robots, urls, ads, sites, new DueQueue(due));
  }

  void move() {
    hosts.move();
    robots.move();
    urls.move();
    ads.move();
    sites.move();
    due.move();
  }
}
