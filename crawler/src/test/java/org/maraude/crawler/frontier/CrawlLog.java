package org.maraude.crawler.frontier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.maraude.events.ads.AdGone;
import org.maraude.events.ads.AdSeen;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.crawl.CrawlCoverage;
import org.maraude.events.crawl.FetchResult;
import org.maraude.events.crawl.PageKind;
import org.maraude.events.crawl.Permit;
import org.maraude.events.crawl.SiteStatus;

/** What went into a frontier and what came out, in order, by the frontier's clock. */
final class CrawlLog implements Outbox {

  sealed interface Entry {
    Instant at();
  }

  record Ticked(Instant at) implements Entry {}

  record Restarted(Instant at) implements Entry {}

  record Discovered(Instant at, String siteId, String url, PageKind kind) implements Entry {}

  record Answered(Instant at, String key, FetchResult result) implements Entry {}

  record Ordered(Instant at, String siteId, boolean paused) implements Entry {}

  record Permitted(Instant at, String key, Permit permit) implements Entry {}

  record Published(Instant at, ObservedAd ad) implements Entry {}

  record Seen(Instant at, String adId) implements Entry {}

  record Gone(Instant at, AdGone gone) implements Entry {}

  private final List<Entry> entries = new ArrayList<>();
  private Instant now = Instant.EPOCH;

  void add(Entry entry) {
    entries.add(entry);
    now = entry.at();
  }

  List<Entry> entries() {
    return entries;
  }

  @Override
  public void permit(String politenessKey, Permit permit) {
    entries.add(new Permitted(now, politenessKey, permit));
  }

  @Override
  public void observed(ObservedAd ad) {
    entries.add(new Published(now, ad));
  }

  @Override
  public void seen(AdSeen seen) {
    entries.add(new Seen(now, seen.adId()));
  }

  @Override
  public void gone(AdGone gone) {
    entries.add(new Gone(now, gone));
  }

  @Override
  public void status(SiteStatus status) {
    // Health has tests of its own.
  }

  @Override
  public void coverage(CrawlCoverage coverage) {
    // Health has tests of its own.
  }
}
