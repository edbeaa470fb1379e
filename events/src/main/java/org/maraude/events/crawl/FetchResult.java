package org.maraude.events.crawl;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maraude.events.Event;
import org.maraude.events.EventFormatException;
import org.maraude.events.Required;
import org.maraude.events.ads.ObservedAd;

/**
 * What a request brought, keyed by politeness key. It may hold an ad in clear and is as sensitive
 * as {@link ObservedAd}.
 *
 * @param permit the leave it was made with
 * @param imported whether the page comes from a file: then no request was made and no rule of
 *     politeness is touched
 * @param status the HTTP status, null when none came
 * @param finishedAt when the answer had been read, or given up
 * @param latencyMillis from the request to the whole answer
 * @param retryAfter the header as it came: seconds or an HTTP date (RFC 9110, 10.2.3)
 * @param location a redirect's target, canonical and inside the site
 * @param etag the validator to send next time
 * @param lastModified likewise
 * @param robotsText a robots.txt, at most 512 KiB
 * @param listing of a {@link PageKind#LISTING}
 * @param ad of a {@link PageKind#AD}
 * @param sitemap of a {@link PageKind#SITEMAP}
 * @param missing fields of the site file that an ad's page did not yield, in alphabetical order
 */
public record FetchResult(
    Permit permit,
    boolean imported,
    FetchOutcome outcome,
    @Nullable Integer status,
    Instant finishedAt,
    long latencyMillis,
    @Nullable String retryAfter,
    @Nullable String location,
    @Nullable String etag,
    @Nullable String lastModified,
    @Nullable String robotsText,
    @Nullable ListingPage listing,
    @Nullable ObservedAd ad,
    List<String> missing,
    @Nullable SitemapPage sitemap)
    implements Event {

  public FetchResult {
    Required.field(permit, "permit");
    Required.field(outcome, "outcome");
    Required.field(finishedAt, "finishedAt");
    missing = Required.list(missing);
    if (latencyMillis < 0) {
      throw new EventFormatException("field 'latencyMillis' starts at 0");
    }
    if (outcome == FetchOutcome.CONTENT) {
      requireContent(permit.kind(), robotsText, listing, ad, sitemap);
    }
    if (outcome == FetchOutcome.REDIRECT) {
      Required.text(location, "location");
    }
  }

  /** A result of anything but a sitemap. */
  public FetchResult(
      Permit permit,
      boolean imported,
      FetchOutcome outcome,
      @Nullable Integer status,
      Instant finishedAt,
      long latencyMillis,
      @Nullable String retryAfter,
      @Nullable String location,
      @Nullable String etag,
      @Nullable String lastModified,
      @Nullable String robotsText,
      @Nullable ListingPage listing,
      @Nullable ObservedAd ad,
      List<String> missing) {
    this(
        permit,
        imported,
        outcome,
        status,
        finishedAt,
        latencyMillis,
        retryAfter,
        location,
        etag,
        lastModified,
        robotsText,
        listing,
        ad,
        missing,
        null);
  }

  /** A result without content. */
  public static FetchResult failed(
      Permit permit,
      FetchOutcome outcome,
      @Nullable Integer status,
      Instant finishedAt,
      long latencyMillis) {
    return new FetchResult(
        permit,
        false,
        outcome,
        status,
        finishedAt,
        latencyMillis,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of());
  }

  private static void requireContent(
      PageKind kind,
      @Nullable String robotsText,
      @Nullable ListingPage listing,
      @Nullable ObservedAd ad,
      @Nullable SitemapPage sitemap) {
    switch (kind) {
      case ROBOTS -> Required.field(robotsText, "robotsText");
      case SITEMAP -> Required.field(sitemap, "sitemap");
      case LISTING -> Required.field(listing, "listing");
      case AD -> Required.field(ad, "ad");
    }
  }
}
