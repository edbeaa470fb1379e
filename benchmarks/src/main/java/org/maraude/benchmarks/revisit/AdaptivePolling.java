package org.maraude.benchmarks.revisit;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.jspecify.annotations.Nullable;
import org.maraude.crawler.frontier.FrontierSettings;
import org.maraude.crawler.frontier.FrontierTopology;
import org.maraude.crawler.site.SiteFile;
import org.maraude.crawler.site.SiteFileReader;
import org.maraude.events.Event;
import org.maraude.events.EventJson;
import org.maraude.events.Topic;
import org.maraude.events.ads.AdGone;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.ads.Place;
import org.maraude.events.crawl.DiscoveredUrl;
import org.maraude.events.crawl.FetchOutcome;
import org.maraude.events.crawl.FetchResult;
import org.maraude.events.crawl.ListingCard;
import org.maraude.events.crawl.ListingPage;
import org.maraude.events.crawl.PageKind;
import org.maraude.events.crawl.Permit;

/**
 * Ours: the frontier's own topology, with its usual settings, as fast as the machine goes. Permits
 * are looked for every half minute when nothing is under way, so the real one is a little quicker.
 */
final class AdaptivePolling implements AutoCloseable {

  private static final Duration IDLE_STEP = Duration.ofSeconds(30);
  private static final Duration BUSY_STEP = Duration.ofSeconds(5);

  private final SimulatedSite site;
  private final SiteFile file;
  private final Tally tally;
  private final TopologyTestDriver driver;
  private final TestInputTopic<String, byte[]> results;
  private final TestOutputTopic<String, byte[]> permits;
  private final TestOutputTopic<String, byte[]> observed;
  private final TestOutputTopic<String, byte[]> gone;
  private Instant now;

  private AdaptivePolling(SimulatedSite site, Instant begin, Tally tally, Path work) {
    this.site = site;
    this.tally = tally;
    this.now = begin;
    this.file = file(site.kind().name());
    var ids = new AtomicInteger();
    var settings =
        new FrontierSettings(
            Map.of(file.id(), file),
            Duration.ofSeconds(30),
            Duration.ofMillis(250),
            Instant.MIN,
            clock(),
            () -> 0.5,
            () -> "p" + ids.incrementAndGet(),
            ad -> {});
    var properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "revisit-" + file.id());
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
    properties.put(StreamsConfig.STATE_DIR_CONFIG, work.toString());
    this.driver = new TopologyTestDriver(FrontierTopology.build(settings), properties, begin);
    this.results = input(Topic.CRAWL_RESULTS);
    this.permits = output(Topic.CRAWL_PERMITS);
    this.observed = output(Topic.ADS_OBSERVED);
    this.gone = output(Topic.ADS_GONE);
  }

  /** Crawls from {@code begin}; what is told of before {@code from} does not count. */
  static Tally run(SimulatedSite site, Instant begin, Instant from, Instant to, Path work) {
    var tally = new Tally(from, to);
    try (var crawl = new AdaptivePolling(site, begin, tally, work)) {
      crawl.runUntil(to);
    }
    return tally;
  }

  private static SiteFile file(String name) {
    return SiteFileReader.parse(
        name,
        """
        id: %s
        approval: {by: a, on: 2026-11-01, basis: b}
        start: [https://%s.test/list]
        hosts: [%s.test]
        """
            .formatted(name, name, name));
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now;
      }
    };
  }

  private TestInputTopic<String, byte[]> input(Topic topic) {
    return driver.createInputTopic(
        topic.topicName(), new StringSerializer(), new ByteArraySerializer());
  }

  private TestOutputTopic<String, byte[]> output(Topic topic) {
    return driver.createOutputTopic(
        topic.topicName(), new StringDeserializer(), new ByteArrayDeserializer());
  }

  private void runUntil(Instant end) {
    send(
        input(Topic.CRAWL_DISCOVERED),
        new DiscoveredUrl(file.id(), file.start().get(0), PageKind.LISTING, now));
    while (now.isBefore(end)) {
      boolean busy = !permits.isEmpty();
      while (!permits.isEmpty()) {
        answer(EventJson.read(permits.readValue(), Permit.class));
      }
      var step = busy ? BUSY_STEP : IDLE_STEP;
      now = now.plus(step);
      driver.advanceWallClockTime(step);
    }
  }

  private void send(TestInputTopic<String, byte[]> topic, Event event) {
    topic.pipeInput(file.politenessKey(), EventJson.write(event));
  }

  private void answer(Permit permit) {
    tally.request(now);
    send(results, result(permit));
    while (!observed.isEmpty()) {
      var ad = EventJson.read(observed.readValue(), ObservedAd.class);
      tally.told(site.ad(number(ad.url())), now);
    }
    while (!gone.isEmpty()) {
      var ad = EventJson.read(gone.readValue(), AdGone.class);
      tally.gone(site.ad(Integer.parseInt(ad.adId())), now);
    }
  }

  private static int number(String url) {
    return Integer.parseInt(url.substring(url.lastIndexOf('/') + 1));
  }

  private FetchResult result(Permit permit) {
    return switch (permit.kind()) {
      case ROBOTS -> result(permit, FetchOutcome.CONTENT, null, "", null, null);
      case SITEMAP -> throw new IllegalStateException("none is named");
      case LISTING -> listing(permit);
      case AD -> {
        var ad = site.ad(number(permit.url()));
        yield ad.gone().isAfter(now)
            ? result(permit, FetchOutcome.CONTENT, null, null, null, observed(ad, permit.url()))
            : result(permit, FetchOutcome.GONE, null, null, null, null);
      }
    };
  }

  private FetchResult listing(Permit permit) {
    var list = file.start().get(0);
    int number =
        permit.url().equals(list)
            ? 1
            : Integer.parseInt(permit.url().substring(permit.url().indexOf('=') + 1));
    var ads = site.page(number, now);
    var etag = "\"" + ads.stream().map(SimulatedSite.Ad::number).toList().hashCode() + "\"";
    if (etag.equals(permit.etag())) {
      return result(permit, FetchOutcome.NOT_MODIFIED, null, null, null, null);
    }
    var cards =
        ads.stream()
            .map(ad ->
                new ListingCard(
                    "https://%s.test/ad/%d".formatted(file.id(), ad.number()), null, "c"))
            .toList();
    var next = number < site.pages(now) ? list + "?page=" + (number + 1) : null;
    return result(permit, FetchOutcome.CONTENT, etag, null, new ListingPage(cards, next), null);
  }

  private ObservedAd observed(SimulatedSite.Ad ad, String url) {
    return new ObservedAd(
        Integer.toString(ad.number()),
        file.id(),
        url,
        now,
        ad.posted(),
        "Bonjour",
        "Annonce " + ad.number(),
        null,
        Place.UNKNOWN,
        Map.of(),
        0,
        "h" + ad.number());
  }

  private FetchResult result(
      Permit permit,
      FetchOutcome outcome,
      @Nullable String etag,
      @Nullable String robots,
      @Nullable ListingPage listing,
      @Nullable ObservedAd ad) {
    return new FetchResult(
        permit, false, outcome, 200, now, 200, null, null, etag, null, robots, listing, ad,
        List.of());
  }

  @Override
  public void close() {
    driver.close();
  }
}
