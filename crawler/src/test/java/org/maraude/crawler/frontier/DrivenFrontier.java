package org.maraude.crawler.frontier;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.jspecify.annotations.Nullable;
import org.maraude.crawler.site.SiteFile;
import org.maraude.events.EventJson;
import org.maraude.events.Topic;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.ads.Place;
import org.maraude.events.crawl.DiscoveredUrl;
import org.maraude.events.crawl.FetchOutcome;
import org.maraude.events.crawl.FetchResult;
import org.maraude.events.crawl.ListingCard;
import org.maraude.events.crawl.ListingPage;
import org.maraude.events.crawl.PageKind;
import org.maraude.events.crawl.Permit;
import org.maraude.events.crawl.SiteStatus;

/** One site's frontier under a clock that only the test moves; the test is its fetcher. */
final class DrivenFrontier implements AutoCloseable {

  private static final Duration STEP = Duration.ofMillis(250);
  private static final Duration LONGEST_WAIT = Duration.ofHours(49);

  private final SiteFile site;
  private final AtomicInteger ids = new AtomicInteger();
  private final TopologyTestDriver driver;
  private final List<SiteStatus> told = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-01T08:00:00Z");

  DrivenFrontier(SiteFile site, Path state) {
    this.site = site;
    var clock =
        new Clock() {
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
    var settings =
        new FrontierSettings(
            Map.of(site.id(), site),
            Duration.ofSeconds(30),
            STEP,
            Instant.MIN,
            clock,
            () -> 0.0,
            () -> "p" + ids.incrementAndGet(),
            ad -> {});
    var properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "driven-frontier");
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
    properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    driver = new TopologyTestDriver(FrontierTopology.build(settings), properties, now);
    for (var url : site.start()) {
      give(
          Topic.CRAWL_DISCOVERED,
          site.politenessKey(),
          EventJson.write(new DiscoveredUrl(site.id(), url, PageKind.LISTING, now)));
    }
  }

  Instant now() {
    return now;
  }

  void give(Topic topic, String key, byte[] value) {
    driver
        .createInputTopic(topic.topicName(), new StringSerializer(), new ByteArraySerializer())
        .pipeInput(key, value);
  }

  void pass(Duration time) {
    now = now.plus(time);
    driver.advanceWallClockTime(time);
  }

  private List<byte[]> read(Topic topic) {
    return driver
        .createOutputTopic(topic.topicName(), new StringDeserializer(), new ByteArrayDeserializer())
        .readValuesToList();
  }

  /** The next permit, however long it takes within two days. */
  Permit next() {
    var end = now.plus(LONGEST_WAIT);
    var step = STEP;
    while (now.isBefore(end)) {
      var permits = read(Topic.CRAWL_PERMITS);
      if (!permits.isEmpty()) {
        return EventJson.read(permits.getFirst(), Permit.class);
      }
      pass(step);
      step = step.compareTo(Duration.ofMinutes(1)) < 0 ? step.multipliedBy(2) : step;
    }
    throw new AssertionError("no permit within " + LONGEST_WAIT);
  }

  boolean nothingIsAskedFor(Duration time) {
    pass(time);
    return read(Topic.CRAWL_PERMITS).isEmpty();
  }

  /** All that was told so far. */
  List<SiteStatus> told() {
    read(Topic.CRAWL_STATUS).forEach(status -> told.add(EventJson.read(status, SiteStatus.class)));
    return List.copyOf(told);
  }

  /** What stands once everything was told. */
  SiteStatus status() {
    pass(Duration.ofSeconds(3));
    return told().getLast();
  }

  void fails(Permit permit, FetchOutcome outcome, String... missing) {
    give(permit, outcome, null, null, null, List.of(missing));
  }

  void robots(Permit permit, String text) {
    give(permit, FetchOutcome.CONTENT, text, null, null, List.of());
  }

  /** A listing with the cards of these ads. */
  void listing(Permit permit, int from, int to) {
    var cards =
        IntStream.range(from, to)
            .mapToObj(ad -> new ListingCard("https://demo.example/ad/" + ad, "" + ad, "h" + ad))
            .toList();
    give(permit, FetchOutcome.CONTENT, null, new ListingPage(cards, null), null, List.of());
  }

  void ad(Permit permit, String... missing) {
    var number = permit.url().substring(permit.url().lastIndexOf('/') + 1);
    var ad =
        new ObservedAd(
            site.id() + ":" + number,
            site.id(),
            permit.url(),
            now,
            null,
            "Bonjour",
            "Annonce",
            null,
            Place.UNKNOWN,
            Map.of(),
            0,
            "hash-" + number);
    give(permit, FetchOutcome.CONTENT, null, null, ad, List.of(missing));
  }

  private void give(
      Permit permit,
      FetchOutcome outcome,
      @Nullable String robots,
      @Nullable ListingPage listing,
      @Nullable ObservedAd ad,
      List<String> missing) {
    give(
        Topic.CRAWL_RESULTS,
        site.politenessKey(),
        EventJson.write(
            new FetchResult(
                permit, false, outcome, 200, now, 10, null, null, null, null, robots, listing, ad,
                missing)));
  }

  @Override
  public void close() {
    driver.close();
  }
}
