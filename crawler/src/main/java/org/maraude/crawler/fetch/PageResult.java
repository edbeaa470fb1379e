package org.maraude.crawler.fetch;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.maraude.crawler.extract.Extracted;
import org.maraude.crawler.extract.Extractor;
import org.maraude.crawler.extract.Page;
import org.maraude.crawler.robots.RobotsText;
import org.maraude.crawler.site.SiteFile;
import org.maraude.events.EventJson;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.crawl.FetchOutcome;
import org.maraude.events.crawl.FetchResult;
import org.maraude.events.crawl.ListingPage;
import org.maraude.events.crawl.Permit;
import org.maraude.events.crawl.SitemapPage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A page that was read, as a result: what it says, or why it says nothing. */
public final class PageResult {

  /** A record of Kafka's usual limit, less its envelope. */
  private static final int LARGEST_RECORD = 900 * 1024;

  private static final Pattern SENDABLE = Pattern.compile("[\\x20-\\x7e]{1,500}");
  private static final Logger LOG = LoggerFactory.getLogger(PageResult.class);

  private PageResult() {}

  static FetchResult of(
      Permit permit, SiteFile site, Page page, Response response, long latencyMillis) {
    var validators = new Validators(response.header("ETag"), response.header("Last-Modified"));
    return of(permit, site, page, validators, response.code(), latencyMillis, false);
  }

  static FetchResult sitemap(
      Permit permit,
      SitemapPage sitemap,
      Response response,
      Instant finishedAt,
      long latencyMillis) {
    var validators = new Validators(response.header("ETag"), response.header("Last-Modified"));
    return new FetchResult(
        permit,
        false,
        FetchOutcome.CONTENT,
        response.code(),
        finishedAt,
        latencyMillis,
        null,
        null,
        validators.etag(),
        validators.lastModified(),
        null,
        null,
        null,
        List.of(),
        sitemap);
  }

  /** A page from a file: the same reading, but nothing was asked of the site. */
  public static FetchResult imported(Permit permit, SiteFile site, Page page) {
    return of(permit, site, page, Validators.NONE, 200, 0, true);
  }

  private record Validators(@Nullable String etag, @Nullable String lastModified) {
    static final Validators NONE = new Validators(null, null);

    Validators {
      etag = sendable(etag);
      lastModified = sendable(lastModified);
    }

    /** As long as a page it is an attack; of other characters the client would not send it. */
    private static @Nullable String sendable(@Nullable String header) {
      return header == null || SENDABLE.matcher(header).matches() ? header : null;
    }
  }

  private record Content(
      FetchOutcome outcome,
      @Nullable String robotsText,
      @Nullable ListingPage listing,
      @Nullable ObservedAd ad,
      List<String> missing) {

    static Content none(FetchOutcome outcome) {
      return new Content(outcome, null, null, null, List.of());
    }

    static Content of(Extracted extracted) {
      return switch (extracted) {
        case Extracted.Listing(var listing) ->
            new Content(FetchOutcome.CONTENT, null, listing, null, List.of());
        case Extracted.Ad(var ad, var missing) ->
            new Content(FetchOutcome.CONTENT, null, null, ad, missing);
        case Extracted.Incomplete(var missing) ->
            new Content(FetchOutcome.INCOMPLETE, null, null, null, missing);
        case Extracted.Wall() -> none(FetchOutcome.WALL);
        case Extracted.Undecodable() -> none(FetchOutcome.UNDECODABLE);
      };
    }
  }

  private static FetchResult of(
      Permit permit,
      SiteFile site,
      Page page,
      Validators validators,
      int status,
      long latencyMillis,
      boolean imported) {
    var content = content(permit, site, page);
    var result = result(permit, page, validators, status, latencyMillis, imported, content);
    return EventJson.write(result).length <= LARGEST_RECORD
        ? result
        : result(
            permit,
            page,
            Validators.NONE,
            status,
            latencyMillis,
            imported,
            Content.none(FetchOutcome.TOO_LARGE));
  }

  private static Content content(Permit permit, SiteFile site, Page page) {
    try {
      return switch (permit.kind()) {
        case ROBOTS ->
            RobotsText.decode(page.body())
                .map(text -> new Content(FetchOutcome.CONTENT, text, null, null, List.of()))
                .orElse(Content.none(FetchOutcome.UNDECODABLE));
        case SITEMAP -> throw new IllegalArgumentException("a sitemap is read as a stream");
        case LISTING -> Content.of(Extractor.listing(site, page));
        case AD -> Content.of(Extractor.ad(site, page));
      };
    } catch (RuntimeException | StackOverflowError e) {
      // Without a result the page would be asked again at the end of every lease. The message may
      // quote the page, so only the place is told.
      LOG.error(
          "a page of permit {} cannot be read: {} at {}",
          permit.permitId(),
          e.getClass().getName(),
          e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0]);
      return Content.none(FetchOutcome.UNREADABLE);
    }
  }

  private static FetchResult result(
      Permit permit,
      Page page,
      Validators validators,
      int status,
      long latencyMillis,
      boolean imported,
      Content content) {
    boolean complete = content.outcome() == FetchOutcome.CONTENT;
    return new FetchResult(
        permit,
        imported,
        content.outcome(),
        status,
        page.fetchedAt(),
        latencyMillis,
        null,
        null,
        complete ? validators.etag() : null,
        complete ? validators.lastModified() : null,
        content.robotsText(),
        content.listing(),
        content.ad(),
        content.missing());
  }
}
