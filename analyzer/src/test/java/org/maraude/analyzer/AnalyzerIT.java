package org.maraude.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.events.DeadLetter;
import org.maraude.events.EventJson;
import org.maraude.events.Topic;
import org.maraude.events.assessment.Assessment;
import org.maraude.events.assessment.Queue;
import org.maraude.events.volume.AdVolume;
import org.maraude.testkit.KafkaForTests;

class AnalyzerIT {

  private static final int PARTITIONS = 2;
  private static final Duration WAIT = Duration.ofSeconds(60);
  private static KafkaForTests kafka;

  @BeforeAll
  static void startBroker() {
    kafka = KafkaForTests.start();
  }

  @AfterAll
  static void stopBroker() {
    kafka.close();
  }

  @Test
  void adsBecomeAssessmentsOnceEachAlsoOverARestartAndPoison(@TempDir Path folder) {
    var config =
        AnalyzerConfig.of(kafka.bootstrapServers(), folder.resolve("state"), folder.resolve("keys"))
            .withTopics(PARTITIONS, (short) 1)
            .withCommitInterval(Duration.ofMillis(20));
    try (var analyzer = Analyzer.start(config)) {
      send("demo:1", EventJson.write(Ads.ad("1", "Bonjour, j'ai 31 ans. Tél 06 39 98 12 34")));
      send("demo:2", "{\"adId\":".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      send("demo:3", EventJson.write(Ads.ad("3", "Bonjour, j'ai 16 ans.")));
      assertThat(read(Topic.ADS_ASSESSED.topicName(), 2)).hasSize(2);
      assertThat(analyzer.progress().refused()).isEqualTo(1);
      assertThat(analyzer.progress().minor()).isEqualTo(1);
    }
    try (var again = Analyzer.start(config)) {
      send("demo:1", EventJson.write(Ads.ad("1", "Bonjour, j'ai 31 ans. Tél 06 39 98 12 34")));
      send("demo:4", EventJson.write(Ads.ad("4", "Bonjour, j'ai 41 ans.")));
      var assessed =
          read(Topic.ADS_ASSESSED.topicName(), 3).stream()
              .map(record -> EventJson.read(record.value(), Assessment.class))
              .toList();
      assertThat(assessed)
          .extracting(Assessment::adId)
          .containsExactlyInAnyOrder("demo:1", "demo:3", "demo:4");
      assertThat(assessed)
          .filteredOn(each -> each.adId().equals("demo:3"))
          .extracting(Assessment::queue)
          .containsExactly(Queue.MINOR);
      assertThat(again.ruleErrors()).isEmpty();
    }
    theDeadLetterSaysWhereItCameFrom();
    everyAdIsCountedOnce();
  }

  private static void theDeadLetterSaysWhereItCameFrom() {
    var letters = read(Topic.ADS_OBSERVED.deadLetterName(), 1);
    assertThat(letters).hasSize(1);
    var headers = letters.getFirst().headers();
    assertThat(headers.lastHeader(DeadLetter.REASON).value()).isNotEmpty();
    assertThat(
            new String(
                headers.lastHeader(DeadLetter.TOPIC).value(),
                java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo(Topic.ADS_OBSERVED.topicName());
  }

  private static void everyAdIsCountedOnce() {
    var latest = new java.util.HashMap<String, AdVolume>();
    for (var record : read(Topic.ADS_VOLUME.topicName(), 3)) {
      latest.put(record.key(), EventJson.read(record.value(), AdVolume.class));
    }
    assertThat(latest.values().stream().mapToInt(AdVolume::newAds).sum()).isEqualTo(3);
    assertThat(latest.values().stream().mapToInt(AdVolume::live).sum()).isEqualTo(3);
  }

  private static void send(String key, byte[] value) {
    var settings = Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers());
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(Topic.ADS_OBSERVED.topicName(), key, value));
    }
  }

  /** Reads until so many records are there, and whatever more comes in the same breath. */
  private static List<ConsumerRecord<String, byte[]>> read(String topic, int atLeast) {
    var settings =
        Map.<String, Object>of(
            "bootstrap.servers", kafka.bootstrapServers(),
            "isolation.level", "read_committed",
            "auto.offset.reset", "earliest");
    var found = new ArrayList<ConsumerRecord<String, byte[]>>();
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(
          java.util.stream.IntStream.range(0, PARTITIONS)
              .mapToObj(each -> new TopicPartition(topic, each))
              .toList());
      long end = System.nanoTime() + WAIT.toNanos();
      while (found.size() < atLeast && System.nanoTime() < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(found::add);
      }
      consumer.poll(Duration.ofMillis(300)).forEach(found::add);
    }
    return found;
  }
}
