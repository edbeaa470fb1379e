package org.maraude.crawler.site;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jsoup.select.Evaluator;
import org.jspecify.annotations.Nullable;
import org.maraude.crawler.urls.PolitenessKey;

/**
 * What the crawler knows of one site, validated. Read by {@link SiteFileReader}. Immutable, thread
 * safe.
 *
 * @param id letters, digits and hyphens; the first part of every ad id
 * @param start listings to poll, canonical URLs
 * @param sitemaps to use besides those that robots.txt names, canonical URLs
 * @param hosts the only hosts asked, lower case, with a port where it is not the usual one
 * @param local whether this is a site of the operator's own machine: only then may it be reached on
 *     a loopback address, by http and with a delay under {@link #SHORTEST_DELAY}
 * @param delay the least time between two requests
 * @param firstBackoff the least time without requests after a refusal that names none
 * @param politenessKey see {@link PolitenessKey}; one for all hosts
 * @param maxPages how many pages of a listing are followed in one poll
 * @param zone in which dates without a zone are read
 * @param wall what marks a page as asking whether a person reads it, besides the usual marks
 * @param keepPages how long fetched pages are kept as they came; zero, the usual, keeps none
 */
public record SiteFile(
    String id,
    String name,
    Approval approval,
    List<String> start,
    List<String> sitemaps,
    List<String> hosts,
    boolean local,
    Duration delay,
    Duration firstBackoff,
    String politenessKey,
    int maxPages,
    ZoneId zone,
    ListingRules listing,
    AdRules ad,
    List<Evaluator> wall,
    Revisit revisit,
    Duration keepPages) {

  /** The shortest delay that a site which is not local may have. */
  public static final Duration SHORTEST_DELAY = Duration.ofSeconds(5);

  /** The shortest first backoff that a site which is not local may have. */
  public static final Duration SHORTEST_BACKOFF = Duration.ofSeconds(60);

  /** The longest that pages may be kept: as long as raw observations. */
  public static final Duration LONGEST_KEEPING = Duration.ofDays(7);

  /** Who allowed the crawl, when, and on what ground. */
  public record Approval(String by, LocalDate on, String basis) {}

  /**
   * How a listing is read.
   *
   * @param card one ad's part of it; null where only structured data is read
   * @param ignore parts of a card that change although the ad does not
   */
  public record ListingRules(
      @Nullable Evaluator card,
      @Nullable FieldRule link,
      @Nullable FieldRule next,
      @Nullable Evaluator ignore) {}

  /**
   * How an ad's page is read, after its structured data.
   *
   * @param url which URLs are ads, for saved pages; null where any may be
   * @param images what counts as an image; never fetched
   * @param fields name to rule, in file order
   */
  public record AdRules(
      @Nullable Pattern url,
      @Nullable FieldRule localId,
      @Nullable FieldRule title,
      @Nullable FieldRule body,
      @Nullable FieldRule postedAt,
      @Nullable FieldRule place,
      @Nullable FieldRule departement,
      @Nullable FieldRule category,
      @Nullable Evaluator images,
      Map<String, FieldRule> fields) {}

  /**
   * When a page is asked again.
   *
   * @param min the shortest time between two polls of a listing
   * @param max the longest
   * @param ads how long an ad may go unlisted before its own page is asked
   */
  public record Revisit(Duration min, Duration max, Duration ads) {}

  public SiteFile {
    start = List.copyOf(start);
    sitemaps = List.copyOf(sitemaps);
    hosts = List.copyOf(hosts);
    wall = List.copyOf(wall);
  }

  /** Whether an URL may be asked under this file: a named host, and https unless it is local. */
  public boolean covers(String canonical) {
    var url = HttpUrl.parse(canonical);
    return url != null && (url.isHttps() || local) && hosts.contains(hostOf(url));
  }

  static String hostOf(HttpUrl url) {
    boolean usual = url.port() == HttpUrl.defaultPort(url.scheme());
    String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
    return usual ? host : host + ":" + url.port();
  }
}
