package org.maraude.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.crawler.fetch.CrawlerIdentity;
import org.maraude.crawler.site.SiteFile;
import org.maraude.crawler.testsite.SmallSite;
import org.maraude.events.EventJson;
import org.maraude.events.Topic;
import org.maraude.events.ads.ObservedAd;
import org.maraude.testkit.KafkaForTests;

/** The whole crawler against a real broker and small sites on loopback. */
class CrawlerIT {

  private static final CrawlerIdentity WHO =
      new CrawlerIdentity("Association de test", "https://example.org/crawler", "bot@example.org");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

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
        var quick = SmallSite.start(120);
        var crawler =
            Crawler.start(config(slow.file("slow", "60ms", ""), quick.file("quick", "0ms", "")))) {
      long begin = System.nanoTime();
      var quickAds = observed("quick", 120);
      System.err.printf(
          "120 ads in %d ms%n", Duration.ofNanos(System.nanoTime() - begin).toMillis());
      var slowAds = observed("slow", 25);

      assertThat(quickAds).hasSize(120);
      assertThat(new HashSet<>(quickAds.stream().map(ObservedAd::adId).toList())).hasSize(120);
      assertThat(slowAds).hasSize(25);
      assertThat(slowAds.get(0).place().departement()).isEqualTo("33");
      assertThat(crawler.progress().adsPublished()).isGreaterThanOrEqualTo(145);
      assertPolite(slow, Duration.ofMillis(60));
      assertPolite(quick, Duration.ZERO);
    }
  }
}
