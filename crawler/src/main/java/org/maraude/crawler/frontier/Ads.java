package org.maraude.crawler.frontier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.maraude.crawler.site.SiteFile;
import org.maraude.events.ads.AdGone;
import org.maraude.events.ads.AdSeen;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.crawl.FetchResult;
import org.maraude.events.crawl.PageKind;

/**
 * Tells each ad's content once, once a day that it is still there, and once that it is gone. Two
 * URLs of one ad are one ad.
 */
final class Ads {

  private final FrontierStores stores;
  private final Outbox outbox;

  Ads(FrontierStores stores, Outbox outbox) {
    this.stores = stores;
    this.outbox = outbox;
  }

  SiteState read(
      SiteFile site,
      SiteState before,
      UrlState page,
      FetchResult result,
      ObservedAd ad,
      Instant now) {
    var url = result.permit().url();
    var after = before;
    if (page.adId() != null && !page.adId().equals(ad.adId())) {
      after = tellGone(site, after, url, page, now);
    }
    var change = page.change().read(result, now).ad(ad.adId());
    change.due(now.plus(site.revisit().ads()), Lane.REVISIT);
    after = publish(after, ad, change, now);
    stores.put(site.politenessKey(), url, page, change.done());
    return SiteHealth.ad(site, after, result);
  }

  /** A page from a file: told if it says something newer, and nothing is planned. */
  SiteState imported(SiteFile site, SiteState before, FetchResult result, ObservedAd ad) {
    var known = stores.ads().get(ad.adId());
    if (known != null && !ad.observedAt().isAfter(known.observedAt())) {
      return before;
    }
    var url = result.permit().url();
    var page = stores.url(url);
    var change = (page != null ? page : UrlState.of(site.id(), PageKind.AD, 0, 0)).change();
    var after = publish(before, ad, change.ad(ad.adId()), ad.observedAt());
    stores.put(site.politenessKey(), url, page, change.done());
    return after;
  }

  private SiteState publish(SiteState before, ObservedAd ad, UrlState.Change change, Instant now) {
    var known = stores.ads().get(ad.adId());
    boolean same = known != null && known.contentHash().equals(ad.contentHash());
    var firstSeen = known == null ? ad.observedAt() : known.firstSeen();
    stores
        .ads()
        .put(ad.adId(), new AdState(ad.url(), ad.contentHash(), firstSeen, ad.observedAt()));
    if (!same) {
      outbox.observed(ad);
      change.told(day(now));
    }
    return known == null ? before.adFound(now) : before;
  }

  /** 304: as it was. */
  SiteState unchanged(SiteFile site, SiteState before, String url, UrlState page, Instant now) {
    var change = page.change().unchanged(now);
    tellSeen(site, page, change, now);
    change.due(now.plus(site.revisit().ads()), Lane.REVISIT);
    stores.put(site.politenessKey(), url, page, change.done());
    return before;
  }

  /** Tells that an ad was seen, unless that was told today or it was never read. */
  boolean tellSeen(SiteFile site, UrlState page, UrlState.Change change, Instant now) {
    if (page.adId() == null || day(now).equals(page.toldOn())) {
      return false;
    }
    outbox.seen(new AdSeen(page.adId(), site.id(), now));
    change.told(day(now));
    return true;
  }

  SiteState gone(SiteFile site, SiteState before, String url, UrlState page, Instant now) {
    var after = tellGone(site, before, url, page, now);
    // Kept, so that a listing that still shows it does not have it asked at every poll.
    var change = page.change().unchanged(now).gone().due(null, Lane.REVISIT);
    stores.put(site.politenessKey(), url, page, change.done());
    return after;
  }

  private SiteState tellGone(
      SiteFile site, SiteState before, String url, UrlState page, Instant now) {
    var ad = page.adId() == null ? null : stores.ads().get(page.adId());
    if (page.adId() == null || ad == null || !ad.url().equals(url)) {
      return before;
    }
    var seen = ad.observedAt();
    if (page.lastListed() != null && page.lastListed().isAfter(seen)) {
      seen = page.lastListed();
    }
    if (page.lastRead() != null && page.lastRead().isAfter(seen)) {
      seen = page.lastRead();
    }
    outbox.gone(new AdGone(page.adId(), site.id(), ad.firstSeen(), seen, now));
    stores.ads().delete(page.adId());
    return before.adGone();
  }

  static LocalDate day(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
