package org.maraude.dashboard.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.dashboard.RunningDashboard;
import org.maraude.dashboard.SyntheticAds;
import org.maraude.dashboard.accounts.Role;
import org.maraude.events.DeadLetter;
import org.maraude.events.EventJson;
import org.maraude.events.Topic;
import org.maraude.events.ads.AdGone;
import org.maraude.events.assessment.Assessment;
import org.maraude.events.assessment.Queue;
import org.maraude.events.crawl.CrawlCoverage;
import org.maraude.events.volume.AdVolume;
import org.maraude.events.volume.AdvertiserMerged;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class SinkIT {

  @TempDir static Path folder;
  static RunningDashboard running;

  @BeforeAll
  static void start() {
    running = RunningDashboard.start(folder);
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @BeforeEach
  void empty() {
    running.sql().sql("delete from items").update();
    running.sql().sql("delete from assessed_counts").update();
  }

  private static void publish(String adId, int revision, Queue queue) {
    running.publish(Topic.ADS_ASSESSED, adId, SyntheticAds.assessment(adId, revision, queue, 0.5));
  }

  private static long counted() {
    return running.count("select coalesce(sum(ads + again), 0) from assessed_counts");
  }

  private static void awaitCounted(long count) {
    RunningDashboard.await(count + " assessments are taken in", () -> counted() == count);
  }

  private static String queueOf(String adId) {
    return running
        .sql()
        .sql("select queue || ' ' || status || ' ' || revision from items where ad_id = ?")
        .param(adId)
        .query(String.class)
        .single();
  }

  @Test
  void anAdThatReachesNoQueueLeavesNothingButACount() {
    publish("demo-a:none", 1, Queue.NONE);
    awaitCounted(1);
    assertThat(running.count("select count(*) from items")).isZero();
    assertThat(running.count("select ads from assessed_counts where queue = 'NONE'")).isEqualTo(1);
  }

  @Test
  void aRestartTakesNothingTwiceAndLosesNothing() {
    for (int i = 0; i < 40; i++) {
      publish("demo-a:before-" + i, 1, Queue.ADULT);
    }
    // Stopped somewhere on the way; what is published meanwhile waits.
    running.restart(() -> {
      for (int i = 0; i < 40; i++) {
        publish("demo-a:between-" + i, 1, Queue.ADULT);
      }
    });
    publish("demo-a:after", 1, Queue.MINOR);
    running.awaitItems(81);
    awaitCounted(81);
  }

  @Test
  void readingTheStreamAgainFromItsBeginningChangesNoItem() {
    publish("demo-a:replayed", 1, Queue.ADULT);
    publish("demo-a:replayed", 2, Queue.ADULT);
    awaitCounted(2);
    running.restart(() -> running.sql().sql("update sink_offsets set next_offset = 0").update());
    publish("demo-a:last", 1, Queue.ADULT);
    RunningDashboard.await(
        "the last one is in",
        () -> running.count("select count(*) from items where ad_id = 'demo-a:last'") == 1);
    assertThat(queueOf("demo-a:replayed")).isEqualTo("ADULT WAITING 2");
    assertThat(running.count("select round from items where ad_id = 'demo-a:replayed'"))
        .isEqualTo(1);
  }

  @Test
  void anInstanceThatWasOvertakenChangesNothing() {
    var sql = running.sql();
    var offsets = new Offsets(sql);
    var transaction = new TransactionTemplate(new JdbcTransactionManager(running.database()));
    var rows = new AssessedRows(sql, Clock.systemUTC());
    var partition = new TopicPartition("maraude.elsewhere", 0);
    var records = List.of(record("demo-a:zombie", 0));
    try (var deadLetters = new DeadLetters(running.bootstrapServers())) {
      var writer = new PartitionWriter<>(rows, offsets, deadLetters, transaction);
      long zombieExpects = offsets.next(partition);
      assertThat(writer.take(partition, zombieExpects, List.of(record("demo-a:heir", 0))))
          .isEqualTo(1);

      assertThatThrownBy(() -> writer.take(partition, zombieExpects, records))
          .isInstanceOf(Offsets.OvertakenException.class);
    }
    assertThat(running.count("select count(*) from items where ad_id = 'demo-a:zombie'")).isZero();
    assertThat(offsets.next(partition)).isEqualTo(1);
  }

  private static ConsumerRecord<byte[], byte[]> record(String adId, long offset) {
    return new ConsumerRecord<>(
        "maraude.elsewhere",
        0,
        offset,
        adId.getBytes(StandardCharsets.UTF_8),
        EventJson.write(SyntheticAds.assessment(adId, 1, Queue.ADULT, 0.5)));
  }

  @Test
  void whatCannotBeReadOrStoredIsSetAsideWithItsReasonAndTheFlowGoesOn() {
    // One key, hence one partition: the good one stands behind the bad ones.
    var key = "demo-a:poison";
    running.publish(Topic.ADS_ASSESSED, key, "{\"adId\": 7".getBytes(StandardCharsets.UTF_8));
    running.publish(
        Topic.ADS_ASSESSED, key, SyntheticAds.assessment("demo-a:\0", 1, Queue.ADULT, 0.5));
    publish(key, 1, Queue.ADULT);
    running.awaitItems(1);

    var reasons = deadLetters(2);
    assertThat(reasons).anyMatch(reason -> reason.startsWith("not readable as Assessment"));
    assertThat(reasons).contains("not storable: SQLSTATE 22021");
  }

  private static List<String> deadLetters(int expected) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", running.bootstrapServers()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      var topic = Topic.ADS_ASSESSED.deadLetterName();
      var partitions = List.of(new TopicPartition(topic, 0), new TopicPartition(topic, 1));
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var reasons = new ArrayList<String>();
      RunningDashboard.await(
          expected + " records are set aside",
          () -> {
            for (var dead : consumer.poll(Duration.ofMillis(100))) {
              var reason = dead.headers().lastHeader(DeadLetter.REASON);
              reasons.add(new String(reason.value(), StandardCharsets.UTF_8));
            }
            return reasons.size() >= expected;
          });
      return reasons;
    }
  }

  @Test
  void aTextWithANullCharacterIsShownAndNotLost() {
    var body = "Notre équipe\0 répond";
    running.publish(
        Topic.ADS_ASSESSED,
        "demo-a:nul",
        SyntheticAds.assessment("demo-a:nul", 1, Queue.MINOR, 0.5, body));
    var stored = "select id::text from items where ad_id = 'demo-a:nul'";
    RunningDashboard.await(
        "the ad is stored",
        () -> running.sql().sql(stored).query(String.class).optional().isPresent());
    var id = running.sql().sql(stored).query(String.class).single();
    assertThat(
            running
                .sql()
                .sql("select sealed_with[1] from items where ad_id = 'demo-a:nul'")
                .query(String.class)
                .single())
        .isEqualTo("key-1");
    var token = running.token("nul-reader", Role.OUTREACH);
    var page = RunningDashboard.json(running.get("/api/v1/items/" + id, token));
    assertThat(page.at("/body/1/text").asString()).isEqualTo("\0 répond");
  }

  @Test
  void anAdThatComesToConcernAMinorMovesToTheMinorQueueAndEndsTheClaim() {
    publish("demo-a:rise", 1, Queue.ADULT);
    running.awaitItems(1);
    var token = running.token("rise-reader", Role.OUTREACH);
    var claim = RunningDashboard.json(running.post("/api/v1/queues/adult/claim", token, null));
    publish("demo-a:rise", 2, Queue.MINOR);
    awaitCounted(2);
    assertThat(queueOf("demo-a:rise")).isEqualTo("MINOR WAITING 2");
    var late =
        running.post(
            "/api/v1/items/" + claim.get("itemId").asString() + "/decision",
            token,
            """
            {"fence": %d, "outcome": "NO_CONCERN", "reasons": ["MISREAD"]}\
            """
                .formatted(claim.get("fence").asLong()));
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(RunningDashboard.json(late).get("meanwhile").asString()).isEqualTo("CLAIM_OVER");
  }

  @Test
  void anUnreadAdultItemThatNoLongerReachesAQueueGoesWithItsText() {
    publish("demo-a:fades", 1, Queue.ADULT);
    publish("demo-a:stays", 1, Queue.MINOR);
    publish("demo-a:fades", 2, Queue.NONE);
    publish("demo-a:stays", 2, Queue.NONE);
    awaitCounted(4);
    assertThat(queueOf("demo-a:fades")).isEqualTo("ADULT WITHDRAWN 2");
    assertThat(queueOf("demo-a:stays")).isEqualTo("MINOR WAITING 2");
    assertThat(running.count("select count(*) from items where assessment is null")).isEqualTo(1);
    publish("demo-a:fades", 3, Queue.ADULT);
    awaitCounted(5);
    assertThat(queueOf("demo-a:fades")).isEqualTo("ADULT WAITING 3");
  }

  @Test
  void aDeletedKeyTakesItsItemWithIt() {
    publish("demo-a:erased", 1, Queue.ADULT);
    running.awaitItems(1);
    running.publish(Topic.ADS_ASSESSED, "demo-a:erased", (byte[]) null);
    running.awaitItems(0);
  }

  @Test
  void volumesCoverageAndDeparturesKeepTheirLatestState() {
    publish("demo-a:leaves", 1, Queue.ADULT);
    running.awaitItems(1);
    var day = LocalDate.of(2026, 3, 2);
    for (int live = 1; live <= 3; live++) {
      var volume = new AdVolume("group-1", day, "demo-a", "44", "?", 1, 0, live, 0);
      running.publish(Topic.ADS_VOLUME, volume.key(), volume);
      var coverage = new CrawlCoverage("demo-a", day, 10, live);
      running.publish(Topic.CRAWL_COVERAGE, coverage.key(), coverage);
    }
    running.publish(
        Topic.ADS_GONE,
        "demo-a:leaves",
        new AdGone(
            "demo-a:leaves",
            "demo-a",
            SyntheticAds.OBSERVED,
            SyntheticAds.OBSERVED,
            SyntheticAds.OBSERVED.plusSeconds(60)));
    RunningDashboard.await(
        "all three are in",
        () ->
            running.count("select coalesce(sum(live_ads), 0) from ad_volumes") == 3
                && running.count("select coalesce(sum(successful), 0) from crawl_coverage") == 3
                && running.count("select count(*) from items where gone_at is not null") == 1);
  }

  @Test
  void aFloodOfAdsIsTakenInBatchByBatchAndCountedToTheLast() {
    var assessments = new ArrayList<Assessment>();
    for (int i = 0; i < 2_000; i++) {
      var queue = i % 20 == 0 ? Queue.ADULT : Queue.NONE;
      assessments.add(SyntheticAds.assessment("demo-a:many-" + i, 1, queue, 0.5));
    }
    running.publishAll(Topic.ADS_ASSESSED, assessments);
    awaitCounted(2_000);
    running.awaitItems(100);
  }

  @Test
  void advertisersThatTheStreamTellsToBeOneAreKnownAsOne() {
    running.publish(
        Topic.ADVERTISERS_MERGED,
        "sink-old",
        new AdvertiserMerged("sink-old", "sink-new", SyntheticAds.OBSERVED));
    RunningDashboard.await(
        "the merge is stored",
        () ->
            running.count(
                    "select count(*) from advertiser_groups where counted_as(advertiser) = 'sink-new'"
                        + " and advertiser like 'sink-%'")
                == 2);
  }
}
