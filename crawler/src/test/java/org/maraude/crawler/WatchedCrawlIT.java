package org.maraude.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.sun.net.httpserver.HttpExchange;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.crawler.fetch.CrawlerIdentity;
import org.maraude.crawler.site.SiteFile;
import org.maraude.crawler.testsite.SmallSite;
import org.maraude.events.EventJson;
import org.maraude.events.Topic;
import org.maraude.events.crawl.CrawlControl;
import org.maraude.events.crawl.SiteStatus;
import org.maraude.events.crawl.SiteStatus.Cause;
import org.maraude.events.crawl.SiteStatus.State;
import org.maraude.testkit.KafkaForTests;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** What people see and order of a crawl under way: status, pauses, meters, the log. */
class WatchedCrawlIT {

  private static final CrawlerIdentity WHO =
      new CrawlerIdentity("Association de test", "https://example.org/crawler", "bot@example.org");
  private static final Duration PATIENCE = Duration.ofSeconds(150);
  private static final Set<String> LABELS =
      Set.of("site", "outcome", "state", "field", "topic", "quantile", "le");

  private static KafkaForTests kafka;

  @TempDir Path state;

  @BeforeAll
  static void startKafka() {
    kafka = KafkaForTests.start();
  }

  @AfterAll
  static void stopKafka() {
    kafka.close();
  }

  private CrawlerConfig config(SiteFile... sites) {
    return CrawlerConfig.of(kafka.bootstrapServers(), state, List.of(sites), WHO)
        .withPartitions(4)
        .withCommitInterval(Duration.ofMillis(20))
        .withLease(Duration.ofSeconds(4))
        .withSoleFetcher(true);
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("patience").isLessThan(deadline);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private static void pass(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    await(() -> System.nanoTime() > end);
  }

  private static SiteStatus awaitStatus(String siteId, Predicate<SiteStatus> wanted) {
    try (var reader = new TopicReader(kafka.bootstrapServers(), Topic.CRAWL_STATUS.topicName())) {
      Predicate<SiteStatus> both = status -> status.siteId().equals(siteId) && wanted.test(status);
      return reader
          .until(all -> all.stream().map(r -> status(r.value())).anyMatch(both), PATIENCE)
          .stream()
          .map(record -> status(record.value()))
          .filter(both)
          .findFirst()
          .orElseThrow();
    }
  }

  private static SiteStatus status(byte[] json) {
    return EventJson.read(json, SiteStatus.class);
  }

  private static void order(String siteId, byte[] order) {
    try (var producer =
        new KafkaProducer<String, byte[]>(KafkaSettings.results(kafka.bootstrapServers()))) {
      producer.send(new ProducerRecord<>(Topic.CRAWL_CONTROL.topicName(), siteId, order)).get();
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void order(String siteId, CrawlControl.Order order) {
    order(siteId, EventJson.write(new CrawlControl(siteId, order, Instant.now(), "admin")));
  }

  @Test
  void aChangedLayoutIsToldWithinTwentyPagesAndItsEndToo() {
    try (var site = SmallSite.start(12)) {
      var file = site.file("layout", "0ms", "revisit: {min: 1s, max: 1s, ads: 1h}");
      try (var crawler = Crawler.start(config(file))) {
        await(() -> crawler.progress().adsPublished() >= 12);
        for (int ad = 13; ad <= 40; ad++) {
          site.answer("/ad/" + ad, WatchedCrawlIT::otherLayout);
          site.post(ad, "Bonjour, annonce numéro " + ad + ".");
        }
        var told = awaitStatus("layout", status -> status.state() == State.DEGRADED);
        assertThat(told.cause()).isEqualTo(Cause.LAYOUT);
        assertThat(told.detail()).isEqualTo("body");
        // robots.txt, two listing pages at least, twelve ads that were well.
        assertThat(told.requests() - 15).isLessThanOrEqualTo(20);
        assertThat(told.lastNewAd()).isNotNull();
        for (int ad = 41; ad <= 60; ad++) {
          site.post(ad, "Bonjour, annonce numéro " + ad + ".");
        }
        var well =
            awaitStatus(
                "layout",
                status -> status.state() == State.RUNNING && status.at().isAfter(told.at()));
        assertThat(well.since()).isAfter(told.since());
      }
    }
  }

  private static void otherLayout(HttpExchange exchange) throws IOException {
    SmallSite.html(exchange, "<title>Annonce</title><div data-id=\"1\"><p>Autrement.</p></div>");
  }

  @Test
  void aStopOfAllSitesHoldsSoonEvenForPermitsAlreadyIssued() {
    try (var site = SmallSite.start(150)) {
      var file = site.file("stop", "10ms", "");
      try (var crawler = Crawler.start(config(file))) {
        await(() -> crawler.progress().adsPublished() >= 20);
        order(CrawlControl.ALL_SITES, CrawlControl.Order.PAUSE);
        long ordered = System.nanoTime();
        pass(Duration.ofSeconds(4));
        long last =
            site.visits().stream().mapToLong(SmallSite.Visit::begin).max().orElseThrow() - ordered;
        LoggerFactory.getLogger(WatchedCrawlIT.class)
            .info("last request {} ms after the order", last / 1_000_000);
        // A second on a machine that has nothing else to do.
        assertThat(last).isLessThan(Duration.ofSeconds(2).toNanos());
        assertThat(awaitStatus("stop", status -> status.state() == State.PAUSED).cause())
            .isEqualTo(Cause.ORDER_FOR_ALL);
        assertThat(crawler.progress().adsPublished()).isLessThan(150);
        order(CrawlControl.ALL_SITES, CrawlControl.Order.RESUME);
        await(() -> crawler.progress().adsPublished() >= 150);
      }
    }
  }

  @Test
  void blockedSinceSurvivesARestart() {
    try (var site = SmallSite.start(1)) {
      site.answer("/robots.txt", exchange -> SmallSite.send(exchange, 503, "text/plain", "later"));
      var file = site.file("blocked", "0ms", "");
      SiteStatus first;
      try (var crawler = Crawler.start(config(file))) {
        first = awaitStatus("blocked", status -> status.requests() >= 2);
        assertThat(crawler.isRunning()).isTrue();
      }
      assertThat(first.state()).isEqualTo(State.BLOCKED);
      assertThat(first.cause()).isEqualTo(Cause.ROBOTS_UNREADABLE);
      assertThat(first.pagesFetched()).isEqualTo(first.requests());
      try (var crawler = Crawler.start(config(file))) {
        var later = awaitStatus("blocked", status -> status.requests() > first.requests() + 1);
        assertThat(crawler.isRunning()).isTrue();
        assertThat(later.state()).isEqualTo(State.BLOCKED);
        assertThat(later.since()).isEqualTo(first.since());
      }
    }
  }

  @Test
  void metersCountWhatTheSiteSawAndTheLogHoldsNothingOfAnAd() {
    var log = new CapturedLog();
    var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    try (var site = SmallSite.start(25);
        var held = SmallSite.start(1)) {
      order("held", "{\"pause\":\"06 39 98 00 01\"".getBytes(StandardCharsets.UTF_8));
      site.answer("/ad/3", exchange -> SmallSite.send(exchange, 500, "text/plain", "broken"));
      var file = site.file("meters", "0ms", "");
      try (var crawler = Crawler.start(config(file, held.file("held", "0ms", "")), registry)) {
        await(() -> crawler.progress().adsPublished() >= 24);
        awaitStatus("held", status -> status.cause() == Cause.ORDER_UNREADABLE);
        awaitStatus("meters", status -> status.adsKnown() >= 24);
        var text = registry.scrape();
        var read = Exposition.of(text);
        long visits = site.visits().size();
        assertThat(read.sum("maraude_crawler_requests_total", Map.of("site", "meters")))
            .isBetween(visits - 1.0, visits + 0.0);
        assertThat(
                read.sum(
                    "maraude_crawler_ads_total", Map.of("site", "meters", "outcome", "observed")))
            .isEqualTo(24);
        assertThat(read.sum("maraude_crawler_received_bytes_total", Map.of("site", "meters")))
            .isGreaterThan(3_000);
        assertThat(read.sum("maraude_crawler_permits_total", Map.of("outcome", "issued")))
            .isGreaterThanOrEqualTo(visits - 1.0);
        assertThat(read.sum("maraude_crawler_orders_unreadable_total", Map.of())).isEqualTo(1);
        assertThat(
                read.sum("maraude_crawler_site_state", Map.of("site", "held", "state", "paused")))
            .isEqualTo(1);
        assertThat(read.sum("maraude_crawler_field_health_ratio", Map.of("field", "title")))
            .isEqualTo(1);
        assertThat(read.samples()).anyMatch(sample -> sample.name().startsWith("kafka_stream_"));
        assertConventions(read);
        assertThat(text).doesNotContain("/ad/", "http", "annonce");
      }
      assertThat(held.visits()).isEmpty();
    } finally {
      log.stop();
    }
    assertNothingOfAnAd(log.lines);
  }

  private static void assertConventions(Exposition read) {
    var ours =
        read.samples().stream().filter(sample -> sample.name().startsWith("maraude_")).toList();
    assertThat(ours).isNotEmpty();
    for (var sample : ours) {
      var type = Objects.requireNonNullElse(read.types().get(sample.name()), "part");
      assertThat(sample.name()).matches("maraude_crawler_[a-z]+(_[a-z]+)*");
      assertThat(sample.name()).doesNotContainPattern("_(ms|millis|minutes|kb|percent)(_|$)");
      assertThat(LABELS).containsAll(sample.labels().keySet());
      assertThat(sample.name().endsWith("_total"))
          .as(sample.name())
          .isEqualTo(type.equals("counter"));
      if (sample.name().contains("duration") || sample.name().contains("lag")) {
        assertThat(sample.name()).contains("_seconds");
      }
    }
  }

  private static void assertNothingOfAnAd(List<String> lines) {
    assertThat(lines).isNotEmpty();
    for (var line : lines) {
      var json = JsonMapper.shared().readTree(line);
      assertThat(json.get("level").asString()).isNotEmpty();
      assertThat(line)
          .doesNotContain("annonce numéro", "Bonjour", "06 39 98", "0639980", "?page=", "Bordeaux");
    }
    assertThat(lines)
        .anyMatch(line -> line.contains("\"offset\"") && line.contains("cannot be read"))
        .anyMatch(line -> line.contains("\"site\"") && line.contains("state changed"));
  }

  /** Everything that is logged, all levels of ours and what others say aloud, as JSON lines. */
  private static final class CapturedLog extends AppenderBase<ILoggingEvent> {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final JsonEncoder encoder = new JsonEncoder();
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("org.maraude");

    private CapturedLog() {
      setContext(root.getLoggerContext());
      encoder.setContext(root.getLoggerContext());
      encoder.start();
      start();
      root.addAppender(this);
      ours.setLevel(Level.ALL);
    }

    @Override
    protected void append(ILoggingEvent event) {
      lines.add(new String(encoder.encode(event), StandardCharsets.UTF_8));
    }

    @Override
    public void stop() {
      root.detachAppender(this);
      ours.setLevel(null);
      super.stop();
    }
  }
}
