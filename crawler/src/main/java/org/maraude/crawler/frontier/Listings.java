package org.maraude.crawler.frontier;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.maraude.crawler.politeness.RevisitPolicy;
import org.maraude.crawler.site.SiteFile;
import org.maraude.events.crawl.FetchResult;
import org.maraude.events.crawl.ListingCard;
import org.maraude.events.crawl.ListingPage;
import org.maraude.events.crawl.PageKind;

/**
 * What a listing leads to. An ad whose card is new or changed is asked; the following page is asked
 * until one holds three known ads, or to the end where the listing was never read before.
 */
final class Listings {

  private static final String CARDS = "cards";

  private final FrontierStores stores;
  private final Ads ads;

  Listings(FrontierStores stores, Ads ads) {
    this.stores = stores;
    this.ads = ads;
  }

  /** The time between two polls of a listing. */
  Duration interval(SiteFile site, UrlState page) {
    return page.intervalMillis() > 0
        ? Duration.ofMillis(page.intervalMillis())
        : site.revisit().min();
  }

  /** 304: no card is new or changed. */
  SiteState unchanged(SiteFile site, SiteState before, String url, UrlState page, Instant now) {
    var change = page.change().unchanged(now);
    plan(page, change, RevisitPolicy.afterPoll(interval(site, page), 0, 0, site.revisit()), now);
    stores.put(site.politenessKey(), url, page, change.done());
    return before;
  }

  SiteState read(
      SiteFile site,
      SiteState before,
      UrlState page,
      FetchResult result,
      ListingPage listing,
      Instant now) {
    int added = 0;
    int known = 0;
    for (var card : listing.cards()) {
      var ad = stores.url(card.url());
      // A listing that once led to this page by a redirect made it a listing; a card knows better.
      if (ad == null || (ad.kind() == PageKind.LISTING && ad.redirects() > 0)) {
        added++;
        var fresh = UrlState.of(site.id(), PageKind.AD, 0, false, 0);
        var listed = fresh.change().listed(now, card.hash()).due(now, Lane.NEW).done();
        stores.put(site.politenessKey(), card.url(), ad, listed);
      } else if (ad.kind() == PageKind.AD) {
        known++;
        listed(site, card, ad, now);
      }
    }
    boolean toEnd = result.permit().toEnd();
    int number = Math.max(1, result.permit().page());
    boolean more =
        !listing.cards().isEmpty()
            && (added > 0 || number < site.maxPages())
            && RevisitPolicy.goesOn(number, known, toEnd, site.maxPages());
    if (listing.next() != null && more) {
      follow(site, listing.next(), number + 1, toEnd, now);
    }
    var interval = RevisitPolicy.afterPoll(interval(site, page), added, known, site.revisit());
    var change = page.change().read(result, now);
    plan(page, change, interval, now);
    stores.put(site.politenessKey(), result.permit().url(), page, change.done());
    // Past the end of a listing there is nothing; only its first page must have cards.
    return number == 1 ? before.yields(Map.of(CARDS, !listing.cards().isEmpty())) : before;
  }

  private static void plan(UrlState page, UrlState.Change change, Duration interval, Instant now) {
    if (page.isPoll()) {
      change.interval(interval.toMillis()).due(now.plus(interval), Lane.POLL);
    } else {
      change.due(null, page.lane());
    }
  }

  private void listed(SiteFile site, ListingCard card, UrlState ad, Instant now) {
    var change = ad.change();
    boolean waits = ad.dueAt() != null && ad.lane() == Lane.NEW;
    boolean back =
        ad.gone()
            && ad.lastRead() != null
            && now.isAfter(
                ad.lastRead().plus(RevisitPolicy.afterFailure(ad.failures(), site.revisit())));
    if (!waits && (back || !card.hash().equals(ad.cardHash()))) {
      change.due(now, Lane.NEW);
    }
    boolean stale =
        ad.lastListed() == null
            || now.isAfter(ad.lastListed().plus(site.revisit().ads().dividedBy(8)));
    boolean told = ads.tellSeen(site, ad, change, now);
    if (told || stale || !card.hash().equals(ad.cardHash())) {
      change.listed(now, card.hash());
    }
    var after = change.done();
    if (!after.equals(ad)) {
      stores.put(site.politenessKey(), card.url(), ad, after);
    }
  }

  private void follow(SiteFile site, String next, int number, boolean toEnd, Instant now) {
    var known = stores.url(next);
    // To the end means every page once: a listing whose last page leads back is no way on.
    boolean again = known != null && (known.kind() == PageKind.AD || known.isPoll());
    boolean readInThisSweep = toEnd && known != null && known.lastRead() != null;
    if (again || readInThisSweep || (known != null && known.dueAt() != null)) {
      return;
    }
    var page = known != null ? known : UrlState.of(site.id(), PageKind.LISTING, number, toEnd, 0);
    // One millisecond after the ads of the page before: they are read first, then the next page.
    var due = page.change().following(number, toEnd).due(now.plusMillis(1), Lane.NEW).done();
    stores.put(site.politenessKey(), next, known, due);
  }
}
