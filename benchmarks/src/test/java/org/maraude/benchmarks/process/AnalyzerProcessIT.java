package org.maraude.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.contacts.KeyFolder;
import org.maraude.embedded.EmbeddedKafka;
import org.maraude.events.EventJson;
import org.maraude.events.Topic;
import org.maraude.events.ads.AdSeen;
import org.maraude.standalone.Maraude;
import org.maraude.standalone.health.HealthFile;

/** The command {@code analyzer} in a process of its own, as an engine for containers runs it. */
class AnalyzerProcessIT {

  private static final Duration WITHIN = Duration.ofSeconds(90);
  private static final int RECORDS = 400;

  @TempDir Path work;

  @Test
  void anAnalyzerThatFailsOnTooMuchSaysSoOnceEndsWithOneAndTakesItsHealthFileAway()
      throws Exception {
    KeyFolder.openOrCreate(work.resolve("keys"), Clock.systemUTC());
    var log = work.resolve("analyzer.log");
    try (var broker = EmbeddedKafka.start(work.resolve("kafka"));
        var analyzer = start(broker.bootstrapServers(), log)) {
      var healthy = work.resolve("state").resolve(HealthFile.NAME);
      awaitHealthy(healthy, analyzer);

      sendManyThatFail(broker.bootstrapServers());

      assertThat(analyzer.awaitEnd(WITHIN)).isTrue();
      assertThat(analyzer.exitCode()).isEqualTo(1);
      assertThat(healthy).doesNotExist();
      assertThat(Files.readAllLines(log))
          .filteredOn(line -> line.contains("the analyzer stops: "))
          .singleElement()
          .asString()
          .contains("records of the last minute failed, from 2 sites", "start again");
    }
  }

  private ChildProcess start(String bootstrap, Path log) {
    return ChildProcess.java(
        Maraude.class,
        List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
        List.of(
            "analyzer",
            "--kafka=" + bootstrap,
            "--state=" + work.resolve("state"),
            "--keys=" + work.resolve("keys"),
            "--partitions=1"),
        log);
  }

  private static void awaitHealthy(Path healthy, ChildProcess analyzer)
      throws InterruptedException {
    var end = Instant.now().plus(WITHIN);
    var never = new CountDownLatch(1);
    while (!Files.exists(healthy)) {
      assertThat(analyzer.isAlive()).isTrue();
      assertThat(Instant.now()).isBefore(end);
      assertThat(never.await(50, TimeUnit.MILLISECONDS)).isFalse();
    }
  }

  /** One in ten of two sites' ads cannot be read; the rest is news of ads, which is taken. */
  private static void sendManyThatFail(String bootstrap) throws Exception {
    var settings =
        Map.<String, Object>of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrap,
            ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
            1);
    var noAd = "{".getBytes(StandardCharsets.UTF_8);
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      for (int i = 0; i < RECORDS; i++) {
        var site = i % 20 == 0 ? "one" : "two";
        var key = site + ":" + i;
        var record =
            i % 10 == 0
                ? new ProducerRecord<>(Topic.ADS_OBSERVED.topicName(), key, noAd)
                : new ProducerRecord<>(
                    Topic.ADS_SEEN.topicName(),
                    key,
                    EventJson.write(new AdSeen(key, site, Instant.now())));
        producer.send(record).get();
      }
    }
  }
}
