package org.maraude.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.analyzer.stream.AnalyzerTopology;
import org.maraude.events.EventJson;
import org.maraude.events.Topic;
import org.maraude.events.rules.RuleSetPart;
import org.maraude.testkit.KafkaForTests;

/** A running analyzer, and records that are not as they should be. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AnalyzerTroubleIT {

  private static final Duration WAIT = Duration.ofSeconds(30);
  private static KafkaForTests kafka;

  @TempDir Path folder;

  @BeforeAll
  static void startBroker() {
    kafka = KafkaForTests.start();
  }

  @AfterAll
  static void stopBroker() {
    kafka.close();
  }

  private AnalyzerConfig config() {
    return AnalyzerConfig.of(
            kafka.bootstrapServers(), folder.resolve("state"), folder.resolve("keys"))
        .withTopics(1, (short) 1)
        .withSoleInstance(true)
        .withCommitInterval(Duration.ofMillis(20));
  }

  private static void send(List<ProducerRecord<String, byte[]>> records) {
    var settings = Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers());
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      records.forEach(producer::send);
    }
  }

  private static ProducerRecord<String, byte[]> observed(String key, byte[] value) {
    return new ProducerRecord<>(Topic.ADS_OBSERVED.topicName(), key, value);
  }

  private static void await(BooleanSupplier what) throws InterruptedException {
    long end = System.nanoTime() + WAIT.toNanos();
    var never = new java.util.concurrent.CountDownLatch(1);
    while (!what.getAsBoolean() && System.nanoTime() < end) {
      assertThat(never.await(50, TimeUnit.MILLISECONDS)).isFalse();
    }
    assertThat(what.getAsBoolean()).isTrue();
  }

  @Test
  @Order(1)
  void aBrokenRuleSetOnTheTopicLeavesTheRunningOneAndIsCounted() throws Exception {
    var registry = new SimpleMeterRegistry();
    try (var analyzer = Analyzer.start(config(), registry)) {
      await(analyzer::isRunning);
      var part = new RuleSetPart("broken", "scoring.yaml", 1, "version: none", Ads.NOON);
      send(
          List.of(
              new ProducerRecord<>(
                  Topic.RULES.topicName(), "scoring.yaml", EventJson.write(part))));
      await(() -> registry.find("maraude.analyzer.rulesets.refused").counter() != null);
      send(List.of(observed("demo:1", EventJson.write(Ads.ad("1", "Bonjour, j'ai 16 ans.")))));
      await(() -> analyzer.progress().minor() == 1);
      assertThat(registry.get("maraude.analyzer.ads").tag("queue", "minor").counter().count())
          .isEqualTo(1);
      await(() ->
          registry.get("maraude.analyzer.lag").gauges().size() == AnalyzerTopology.READ.size());
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys"))))
        .isEqualTo("rwx------");
  }

  @Test
  @Order(2)
  void anInstanceThatFailsOnTwoSitesStopsWithItsReasonAndIsNoLongerWell() throws Exception {
    var records = new java.util.ArrayList<ProducerRecord<String, byte[]>>();
    for (int i = 0; i < 300; i++) {
      var id = "ok" + i;
      records.add(
          i % 10 == 0
              ? observed((i % 20 == 0 ? "one:" : "two:") + i, "{".getBytes(StandardCharsets.UTF_8))
              : observed("demo:" + id, EventJson.write(Ads.ad(id, "Bonjour"))));
    }
    send(records);
    try (var analyzer = Analyzer.start(config())) {
      var why = analyzer.stopped().toCompletableFuture().get(WAIT.toSeconds(), TimeUnit.SECONDS);
      // No sooner than 200 records tell something, and no later.
      assertThat(why).contains("20 of the 200 records of the last minute failed, from 2 sites");
      await(() -> !analyzer.isRunning());
    }
  }
}
