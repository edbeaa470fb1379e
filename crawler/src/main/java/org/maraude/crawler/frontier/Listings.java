package org.maraude.crawler.frontier;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.maraude.crawler.politeness.RevisitPolicy;
import org.maraude.crawler.politeness.Rhythm;
import org.maraude.crawler.site.SiteFile;
import org.maraude.events.crawl.FetchResult;
import org.maraude.events.crawl.ListingCard;
import org.maraude.events.crawl.ListingPage;
import org.maraude.events.crawl.PageKind;
import org.maraude.events.crawl.SiteStatus;

/**
 * What a listing leads to. An ad whose card is new or changed is asked. A poll asks the following
 * page until one holds three known ads. A sweep, first of all and then once in {@code revisit.ads},
 * goes to the end, so that an ad which is no longer listed shows.
 */
final class Listings {

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
    plan(site, page, change, new Met(0, 0, 0), before.state(), now);
    stores.put(site.politenessKey(), url, page, change.done());
    return before;
  }

  /**
   * The ads of one page.
   *
   * @param inSweep of those known, how many this sweep has met before
   */
  private record Met(int added, int known, int inSweep) {}

  SiteState read(
      SiteFile site,
      SiteState before,
      UrlState page,
      FetchResult result,
      ListingPage listing,
      Instant now) {
    var permit = result.permit();
    var sweep = page.isPoll() ? permit.issuedAt() : page.sweep();
    if (!permit.toEnd()) {
      sweep = null;
    }
    var met = meet(site, listing, sweep, now);
    int number = Math.max(1, permit.page());
    boolean more =
        sweep == null
            ? RevisitPolicy.goesOn(number, met.known(), site.maxPages())
            : RevisitPolicy.sweepsOn(
                number, listing.cards().size(), met.inSweep(), site.maxPages());
    if (listing.next() != null && more && !listing.cards().isEmpty()) {
      follow(site, listing.next(), number + 1, sweep, now);
    }
    boolean readable = number > 1 || !listing.cards().isEmpty();
    var change = page.change().read(result, now);
    if (sweep != null) {
      change.sweep(sweep);
    }
    var standing = readable ? before.state() : SiteStatus.State.DEGRADED;
    plan(site, page, change, met, standing, now);
    stores.put(site.politenessKey(), permit.url(), page, change.done());
    // Past the end of a listing there is nothing; only its first page must have cards.
    return number == 1 ? SiteHealth.listing(site, before, permit.url(), readable) : before;
  }

  private Met meet(SiteFile site, ListingPage listing, @Nullable Instant sweep, Instant now) {
    int added = 0;
    int known = 0;
    int inSweep = 0;
    for (var card : listing.cards()) {
      var ad = stores.url(card.url());
      // A listing that once led to this page by a redirect made it a listing; a card knows better.
      if (ad == null || (ad.kind() == PageKind.LISTING && ad.redirects() > 0)) {
        added++;
        var fresh = UrlState.of(site.id(), PageKind.AD, 0, 0);
        var listed = fresh.change().listed(now, card.hash()).due(now, Lane.NEW).done();
        stores.put(site.politenessKey(), card.url(), ad, listed);
      } else if (ad.kind() == PageKind.AD) {
        known++;
        inSweep += met(ad, sweep) ? 1 : 0;
        listed(site, card, ad, sweep, now);
      }
    }
    return new Met(added, known, inSweep);
  }

  private static boolean met(UrlState ad, @Nullable Instant sweep) {
    return sweep == null || (ad.lastListed() != null && !ad.lastListed().isBefore(sweep));
  }

  /** When a page is asked next, and what its rhythm is. A site that is not read well is let be. */
  private void plan(
      SiteFile site,
      UrlState page,
      UrlState.Change change,
      Met met,
      SiteStatus.State standing,
      Instant now) {
    if (!page.isPoll()) {
      change.due(null, page.lane());
      return;
    }
    var rhythm = page.rhythm() == null ? Rhythm.UNKNOWN : page.rhythm();
    boolean degraded = standing == SiteStatus.State.DEGRADED;
    if (page.lastRead() != null && !degraded) {
      rhythm = rhythm.learn(page.lastRead(), now, met.added(), site.zone());
    }
    var interval =
        RevisitPolicy.afterPoll(
            interval(site, page),
            met.added(),
            met.known(),
            rhythm.longest(now, site.zone()),
            site.revisit());
    // The interval itself is kept, so that a site that is read again is polled as before.
    var pause = degraded ? RevisitPolicy.whileDegraded(interval, site.revisit()) : interval;
    change.interval(interval.toMillis(), rhythm).due(now.plus(pause), Lane.POLL);
  }

  private void listed(
      SiteFile site, ListingCard card, UrlState ad, @Nullable Instant sweep, Instant now) {
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
            || !met(ad, sweep)
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

  private void follow(
      SiteFile site, String next, int number, @Nullable Instant sweep, Instant now) {
    var known = stores.url(next);
    boolean otherwiseAsked = known != null && (known.kind() == PageKind.AD || known.isPoll());
    boolean planned = known != null && known.dueAt() != null;
    // A listing whose last page leads back is no way on.
    boolean swept = known != null && sweep != null && sweep.equals(known.sweep()) && !planned;
    if (otherwiseAsked || swept || (planned && sweep == null)) {
      return;
    }
    var page = known != null ? known : UrlState.of(site.id(), PageKind.LISTING, number, 0);
    var change = page.change().following(number).sweep(sweep);
    if (!planned) {
      // One millisecond after the ads of the page before: they are read first, then the next page.
      change.due(now.plusMillis(1), Lane.NEW);
    }
    stores.put(site.politenessKey(), next, known, change.done());
  }
}
