package org.maraude.crawler.frontier;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.crawler.site.SiteFile;
import org.maraude.crawler.site.SiteFileReader;
import org.maraude.events.Event;
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

/** The frontier's topology under a clock that only the test moves. */
abstract class FrontierFixture {

  static final String KEY = "demo.example";
  static final String LIST = "https://demo.example/list";
  static final Duration DELAY = Duration.ofSeconds(5);
  static final SiteFile SITE =
      SiteFileReader.parse(
          "demo.yaml",
          """
          id: demo
          approval: {by: a, on: 2026-11-01, basis: b}
          start: [https://demo.example/list]
          hosts: [demo.example]
          revisit: {min: 10m, max: 24h, ads: 24h}
          maxPages: 3
          ad: {url: '/ad/\\d+'}
          """);

  @TempDir Path state;

  Instant now = Instant.parse("2026-11-01T08:00:00Z");
  private final AtomicInteger ids = new AtomicInteger();
  private TopologyTestDriver driver;
  TestInputTopic<String, byte[]> discovered;
  TestInputTopic<String, byte[]> results;
  TestInputTopic<String, byte[]> control;

  @BeforeEach
  void start() {
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
            Map.of("demo", SITE),
            Duration.ofSeconds(30),
            Duration.ofMillis(250),
            Instant.MIN,
            clock,
            () -> 0.0,
            () -> "p" + ids.incrementAndGet(),
            ad -> {});
    var properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "frontier-test");
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
    properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    driver = new TopologyTestDriver(FrontierTopology.build(settings), properties, now);
    discovered = input(Topic.CRAWL_DISCOVERED);
    results = input(Topic.CRAWL_RESULTS);
    control = input(Topic.CRAWL_CONTROL);
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  private TestInputTopic<String, byte[]> input(Topic topic) {
    return driver.createInputTopic(
        topic.topicName(), new StringSerializer(), new ByteArraySerializer());
  }

  <T extends Event> List<T> output(Topic topic, Class<T> type) {
    return records(topic.topicName()).stream()
        .map(record -> EventJson.read(record.value(), type))
        .toList();
  }

  List<TestRecord<String, byte[]>> records(String topic) {
    TestOutputTopic<String, byte[]> out =
        driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer());
    return out.readRecordsToList();
  }

  List<Permit> permits() {
    return output(Topic.CRAWL_PERMITS, Permit.class);
  }

  Permit onlyPermit() {
    var permits = permits();
    assertThat(permits).hasSize(1);
    return permits.get(0);
  }

  void pass(Duration time) {
    now = now.plus(time);
    driver.advanceWallClockTime(time);
  }

  /** The next permit, which comes exactly when the delay is over. */
  Permit next() {
    pass(DELAY.minusMillis(250));
    assertThat(permits()).isEmpty();
    pass(Duration.ofMillis(250));
    return onlyPermit();
  }

  void seed() {
    discovered.pipeInput(
        KEY, EventJson.write(new DiscoveredUrl("demo", LIST, PageKind.LISTING, now)));
  }

  FetchResult result(
      Permit permit,
      FetchOutcome outcome,
      @Nullable String robots,
      @Nullable ListingPage listing,
      @Nullable ObservedAd ad,
      @Nullable String location) {
    return new FetchResult(
        permit, false, outcome, 200, now, 10, null, location, "\"e\"", null, robots, listing, ad,
        List.of());
  }

  void give(FetchResult result) {
    results.pipeInput(KEY, EventJson.write(result));
  }

  void fails(Permit permit, FetchOutcome outcome) {
    give(result(permit, outcome, null, null, null, null));
  }

  void robots(Permit permit, String text) {
    give(result(permit, FetchOutcome.CONTENT, text, null, null, null));
  }

  void listing(Permit permit, @Nullable String next, int... ads) {
    var cards =
        IntStream.of(ads)
            .mapToObj(ad -> new ListingCard("https://demo.example/ad/" + ad, "" + ad, "h" + ad))
            .toList();
    give(result(permit, FetchOutcome.CONTENT, null, new ListingPage(cards, next), null, null));
  }

  void ad(Permit permit, String content) {
    var id = permit.url().substring(permit.url().lastIndexOf('/') + 1);
    give(
        result(
            permit, FetchOutcome.CONTENT, null, null, observed(id, permit.url(), content), null));
  }

  ObservedAd observed(String id, String url, String content) {
    return new ObservedAd(
        "demo:" + id,
        "demo",
        url,
        now,
        null,
        "Bonjour",
        content,
        null,
        Place.UNKNOWN,
        Map.of(),
        0,
        content);
  }

  Permit toListing() {
    seed();
    robots(onlyPermit(), "User-agent: *\nDisallow: /private");
    return next();
  }

  static List<String> adIds(List<ObservedAd> ads) {
    return ads.stream().map(ObservedAd::adId).toList();
  }
}
