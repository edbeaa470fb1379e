package org.maraude.crawler.frontier;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.maraude.crawler.politeness.Rhythm;
import org.maraude.events.Event;
import org.maraude.events.crawl.FetchResult;
import org.maraude.events.crawl.PageKind;

/**
 * What is known of one page.
 *
 * @param dueAt when it is to be asked; null while nothing is planned. It stays until a result is
 *     recorded, so that a lost permit loses no page
 * @param page of a listing, from 1; 0 for an ad
 * @param sweep when the sweep of a listing began for which the page was last planned: reading it to
 *     its end, once a day; of a first page, when the last one began
 * @param redirects how many led here
 * @param cardHash of the card that a listing last showed of the ad
 * @param adId what the page was last read as
 * @param intervalMillis between two polls, of a listing
 * @param failures in a row
 * @param lastListed when a listing last showed the ad
 * @param lastRead when the page last had content
 * @param toldOn the last UTC day on which the ad was told to be seen
 * @param gone whether the page was last answered as no longer there
 * @param rhythm of a first page of a listing
 */
record UrlState(
    String siteId,
    PageKind kind,
    @Nullable Instant dueAt,
    Lane lane,
    int page,
    @Nullable Instant sweep,
    int redirects,
    @Nullable String etag,
    @Nullable String lastModified,
    @Nullable String cardHash,
    @Nullable String adId,
    long intervalMillis,
    int failures,
    @Nullable Instant lastListed,
    @Nullable Instant lastRead,
    @Nullable LocalDate toldOn,
    boolean gone,
    @Nullable Rhythm rhythm)
    implements Event {

  static UrlState of(String siteId, PageKind kind, int page, int redirects) {
    var lane = page == 1 ? Lane.POLL : Lane.NEW;
    return new UrlState(
        siteId, kind, null, lane, page, null, redirects, null, null, null, null, 0, 0, null, null,
        null, false, null);
  }

  /** Whether it is the first page of a listing, asked at an interval of its own. */
  boolean isPoll() {
    return kind == PageKind.LISTING && page == 1 && redirects == 0;
  }

  Change change() {
    return new Change(this);
  }

  /** Collects changes; used at once and by one thread. */
  static final class Change {
    private final UrlState from;
    private @Nullable Instant dueAt;
    private Lane lane;
    private int page;
    private @Nullable Instant sweep;
    private @Nullable String etag;
    private @Nullable String lastModified;
    private @Nullable String cardHash;
    private @Nullable String adId;
    private long intervalMillis;
    private int failures;
    private @Nullable Instant lastListed;
    private @Nullable Instant lastRead;
    private @Nullable LocalDate toldOn;
    private boolean gone;
    private @Nullable Rhythm rhythm;

    private Change(UrlState from) {
      this.from = from;
      dueAt = from.dueAt;
      lane = from.lane;
      page = from.page;
      sweep = from.sweep;
      etag = from.etag;
      lastModified = from.lastModified;
      cardHash = from.cardHash;
      adId = from.adId;
      intervalMillis = from.intervalMillis;
      failures = from.failures;
      lastListed = from.lastListed;
      lastRead = from.lastRead;
      toldOn = from.toldOn;
      gone = from.gone;
      rhythm = from.rhythm;
    }

    Change due(@Nullable Instant at, Lane inLane) {
      dueAt = at;
      lane = inLane;
      return this;
    }

    Change following(int newPage) {
      page = newPage;
      return this;
    }

    Change sweep(@Nullable Instant began) {
      sweep = began;
      return this;
    }

    Change read(FetchResult result, Instant now) {
      etag = result.etag();
      lastModified = result.lastModified();
      lastRead = now;
      failures = 0;
      gone = false;
      return this;
    }

    Change unchanged(Instant now) {
      lastRead = now;
      failures = 0;
      gone = false;
      return this;
    }

    Change failedAgain() {
      failures = from.failures + 1;
      return this;
    }

    Change gone() {
      gone = true;
      adId = null;
      etag = null;
      lastModified = null;
      return failedAgain();
    }

    Change listed(Instant at, String hash) {
      lastListed = at;
      cardHash = hash;
      return this;
    }

    Change ad(String id) {
      adId = id;
      return this;
    }

    Change told(LocalDate day) {
      toldOn = day;
      return this;
    }

    Change interval(long millis, Rhythm learned) {
      intervalMillis = millis;
      rhythm = learned;
      return this;
    }

    UrlState done() {
      return new UrlState(
          from.siteId,
          from.kind,
          dueAt,
          lane,
          page,
          sweep,
          from.redirects,
          etag,
          lastModified,
          cardHash,
          adId,
          intervalMillis,
          failures,
          lastListed,
          lastRead,
          toldOn,
          gone,
          rhythm);
    }
  }
}
