package org.maraude.crawler.meters;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.maraude.events.crawl.FetchOutcome;
import org.maraude.events.crawl.SiteStatus;

/** The crawler's meters. Thread safe. */
public final class CrawlMeters {

  /** What became of a permit. */
  public enum PermitFate {
    ISSUED,
    /** Its lease ended without a result. */
    LOST,
    /** It came too late to finish in its lease. */
    DROPPED_LATE,
    /** A person paused its site. */
    DROPPED_PAUSED,
    /** It was issued before this fetcher started, or for a site that this fetcher does not know. */
    DROPPED_VOID
  }

  /** What was told of an ad. */
  public enum AdNews {
    OBSERVED,
    SEEN,
    GONE
  }

  private static final String PREFIX = "maraude.crawler.";
  private static final String SITE = "site";
  private static final String OUTCOME = "outcome";

  private final MeterRegistry registry;
  private final Map<String, SiteGauges> sites = new ConcurrentHashMap<>();

  public CrawlMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Meters that nobody reads. */
  public static CrawlMeters unread() {
    return new CrawlMeters(new CompositeMeterRegistry());
  }

  /** A request was made; {@code duration} to the whole answer or its failure. */
  public void request(String siteId, FetchOutcome outcome, Duration duration) {
    Counter.builder(PREFIX + "requests")
        .description("Requests made, robots.txt included")
        .tag(SITE, siteId)
        .tag(OUTCOME, word(outcome))
        .register(registry)
        .increment();
    Timer.builder(PREFIX + "request.duration")
        .description("From a request to its whole answer, or to its failure")
        .tag(SITE, siteId)
        .tag(OUTCOME, word(outcome))
        .register(registry)
        .record(duration);
  }

  /** Bytes of answers' bodies, as they came over the wire. */
  public void received(String siteId, long bytes) {
    Counter.builder(PREFIX + "received")
        .description("Bodies of answers as they came, compressed or not")
        .baseUnit("bytes")
        .tag(SITE, siteId)
        .register(registry)
        .increment(bytes);
  }

  public void permit(String siteId, PermitFate fate) {
    count("permits", "Permits issued, lost with their lease, or dropped unused", siteId, fate);
  }

  /** An ad was published; one whose transaction was broken off counts again. */
  public void ad(String siteId, AdNews news) {
    count("ads", "Ads told: observed new or changed, seen again, gone", siteId, news);
  }

  /** A record of a topic could not be read. */
  public void deadLetter(String topic) {
    Counter.builder(PREFIX + "dead.letters")
        .description("Records that could not be read and were set aside")
        .tag("topic", topic)
        .register(registry)
        .increment();
  }

  /** An order could not be read; its site is paused. */
  public void orderUnreadable() {
    Counter.builder(PREFIX + "orders.unreadable")
        .description("Orders of crawl.control that could not be read; each pauses its site")
        .register(registry)
        .increment();
  }

  /** A site's state was told. */
  public void status(SiteStatus status) {
    gauges(status.siteId()).status(status);
  }

  /**
   * How much waits.
   *
   * @param duePages pages whose time has come
   * @param lag how long the one that waits longest has waited
   */
  public void backlog(String siteId, long duePages, Duration lag) {
    gauges(siteId).backlog(duePages, lag);
  }

  /** This process no longer answers for a site: another will tell its gauges. */
  public void leave(String siteId) {
    var gauges = sites.remove(siteId);
    if (gauges != null) {
      gauges.remove();
    }
  }

  private SiteGauges gauges(String siteId) {
    return sites.computeIfAbsent(
        siteId, id -> new SiteGauges(registry, PREFIX, List.of(Tag.of(SITE, id))));
  }

  private void count(String name, String description, String siteId, Enum<?> outcome) {
    Counter.builder(PREFIX + name)
        .description(description)
        .tag(SITE, siteId)
        .tag(OUTCOME, word(outcome))
        .register(registry)
        .increment();
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
