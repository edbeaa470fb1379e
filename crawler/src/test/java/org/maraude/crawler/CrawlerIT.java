package org.maraude.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.crawler.fetch.CrawlerIdentity;
import org.maraude.crawler.site.SiteFile;
import org.maraude.crawler.testsite.SmallSite;
import org.maraude.events.DeadLetter;
import org.maraude.events.EventJson;
import org.maraude.events.Topic;
import org.maraude.events.ads.AdGone;
import org.maraude.events.ads.ObservedAd;
import org.maraude.testkit.KafkaForTests;

/** The whole crawler against a real broker and small sites on loopback. */
class CrawlerIT {

  private static final CrawlerIdentity WHO =
      new CrawlerIdentity("Association de test", "https://example.org/crawler", "bot@example.org");
  private static final Duration PATIENCE = Duration.ofSeconds(150);

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
        .withLease(Duration.ofSeconds(6))
        .withSoleFetcher(true);
  }

  private static List<ObservedAd> observed(String siteId, int atLeast) {
    try (var reader = new TopicReader(kafka.bootstrapServers(), Topic.ADS_OBSERVED.topicName())) {
      reader.until(
          all -> all.stream().filter(r -> r.key().startsWith(siteId + ":")).count() >= atLeast,
          PATIENCE);
      return reader.rest(Duration.ofMillis(500)).stream()
          .filter(record -> record.key().startsWith(siteId + ":"))
          .map(record -> EventJson.read(record.value(), ObservedAd.class))
          .toList();
    }
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("patience").isLessThan(deadline);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private static void assertPolite(SmallSite site, Duration delay) {
    var visits = new ArrayList<>(site.visits());
    visits.sort(Comparator.comparingLong(SmallSite.Visit::begin));
    for (int i = 1; i < visits.size(); i++) {
      long gap = visits.get(i).begin() - visits.get(i - 1).end();
      assertThat(gap)
          .as("from %s to %s", visits.get(i - 1).path(), visits.get(i).path())
          .isGreaterThanOrEqualTo(delay.toNanos());
    }
    assertThat(visits)
        .allSatisfy(visit -> {
          assertThat(visit.path()).doesNotContain("images", "private", "style", "favicon");
          assertThat(visit.userAgent()).startsWith("maraude/").contains("bot@example.org");
        });
    assertThat(visits.get(0).path()).isEqualTo("/robots.txt");
  }

  @Test
  void everyAdComesOnceAndEveryRequestIsPolite() {
    try (var slow = SmallSite.start(25);
        var quick = SmallSite.start(80);
        var crawler =
            Crawler.start(config(slow.file("slow", "60ms", ""), quick.file("quick", "0ms", "")))) {
      var quickAds = observed("quick", 80);
      var slowAds = observed("slow", 25);

      assertThat(quickAds).hasSize(80);
      assertThat(new HashSet<>(quickAds.stream().map(ObservedAd::adId).toList())).hasSize(80);
      assertThat(slowAds).hasSize(25);
      assertThat(slowAds.get(0).place().departement()).isEqualTo("33");
      assertThat(crawler.progress().adsPublished()).isGreaterThanOrEqualTo(105);
      assertPolite(slow, Duration.ofMillis(60));
      assertPolite(quick, Duration.ZERO);
    }
  }

  @Test
  void badInputHasItsNameAndTheFlowGoesOn() {
    try (var site = SmallSite.start(6)) {
      site.answer("/ad/1", exchange -> SmallSite.send(exchange, 500, "text/plain", "broken"));
      site.answer(
          "/ad/2",
          exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            var chunk = new byte[1 << 16];
            for (int i = 0; i < 1600; i++) {
              exchange.getResponseBody().write(chunk);
            }
          });
      var hops = new AtomicInteger();
      for (int i = 0; i < 10; i++) {
        var to = "/hop/" + (i + 1);
        site.answer(
            i == 0 ? "/ad/3" : "/hop/" + i,
            exchange -> {
              hops.incrementAndGet();
              exchange.getResponseHeaders().set("Location", to);
              exchange.sendResponseHeaders(302, -1);
            });
      }
      site.answer(
          "/ad/4",
          exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[] {'<', 'p', '>', -1, -2, -3, -4});
          });
      var file = site.file("bad", "0ms", "");
      try (var crawler = Crawler.start(config(file))) {
        poison(file.politenessKey());
        assertThat(observed("bad", 2).stream().map(ObservedAd::adId))
            .containsExactlyInAnyOrder("bad:5", "bad:6");
        assertThat(crawler.progress().pagesFetched()).isGreaterThanOrEqualTo(8);
        await(() -> hops.get() == 4);
      }
      for (var topic : List.of(Topic.CRAWL_RESULTS, Topic.CRAWL_PERMITS)) {
        try (var reader = new TopicReader(kafka.bootstrapServers(), topic.deadLetterName())) {
          var letter = reader.until(all -> !all.isEmpty(), PATIENCE).get(0);
          assertThat(letter.value()).isEqualTo(new byte[] {(byte) 0xff, 'x'});
          assertThat(letter.headers().lastHeader(DeadLetter.REASON)).isNotNull();
        }
      }
    }
  }

  private static void poison(String key) {
    try (var producer =
        new KafkaProducer<String, byte[]>(KafkaSettings.results(kafka.bootstrapServers()))) {
      for (var topic : List.of(Topic.CRAWL_RESULTS, Topic.CRAWL_PERMITS)) {
        producer.send(new ProducerRecord<>(topic.topicName(), key, new byte[] {(byte) 0xff, 'x'}));
      }
    }
  }

  @Test
  void aSecondStartGoesOnWhereTheFirstWasStopped() {
    try (var site = SmallSite.start(60)) {
      var file = site.file("again", "20ms", "revisit: {min: 1s, max: 2s, ads: 1h}");
      try (var crawler = Crawler.start(config(file))) {
        await(() -> crawler.progress().adsPublished() >= 15);
      }
      site.post(61, "Une annonce de plus.");
      try (var crawler = Crawler.start(config(file))) {
        var ads = observed("again", 61);
        assertThat(ads.stream().map(ObservedAd::adId)).hasSize(61).doesNotHaveDuplicates();
        assertThat(crawler.progress().adsPublished()).isLessThan(60);
      }
      assertPolite(site, Duration.ofMillis(20));
    }
  }

  @Test
  void anAdThatGoesIsToldAndANewOneIsFound() {
    try (var site = SmallSite.start(5)) {
      var file = site.file("live", "0ms", "revisit: {min: 1s, max: 1s, ads: 2s}");
      try (var crawler = Crawler.start(config(file))) {
        observed("live", 5);
        site.take(3);
        site.post(6, "Une nouvelle annonce.");
        assertThat(observed("live", 6)).hasSize(6);
        try (var reader = new TopicReader(kafka.bootstrapServers(), Topic.ADS_GONE.topicName())) {
          var gone =
              reader.until(
                  all -> all.stream().anyMatch(r -> r.key().startsWith("live:")), PATIENCE);
          assertThat(gone)
              .filteredOn(record -> record.key().startsWith("live:"))
              .extracting(record -> EventJson.read(record.value(), AdGone.class).adId())
              .containsExactly("live:3");
        }
        assertThat(crawler.progress().adsPublished()).isEqualTo(6);
      }
    }
  }
}
