package org.maraude.benchmarks.links;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.maraude.analyzer.Analyzer;
import org.maraude.analyzer.AnalyzerConfig;
import org.maraude.benchmarks.process.BrokerProgram;
import org.maraude.events.EventJson;
import org.maraude.events.Topic;
import org.maraude.events.TopicPlan;

/**
 * The whole topology over a broker in a process of its own: from {@code ads.observed}, where all
 * ads wait, to {@code ads.assessed}; reading, rules, sealing and exactly-once included.
 */
final class TopologyRun {

  private static final int PARTITIONS = 4;
  private static final Duration LOOKS_EVERY = Duration.ofMillis(5);

  private static final Duration SAYS_EVERY = Duration.ofSeconds(5);

  private TopologyRun() {}

  static Row of(int ads, long seed) throws InterruptedException, IOException {
    var work = Files.createTempDirectory("maraude-links-");
    try (var broker = BrokerProgram.start(work)) {
      var bootstrap = BrokerProgram.awaitReady(broker);
      send(bootstrap, ads, seed);
      long before = Row.usedHeap();
      var config =
          AnalyzerConfig.of(bootstrap, work.resolve("state"), work.resolve("keys"))
              .withTopics(PARTITIONS, (short) 1)
              .withSoleInstance(true);
      try (var analyzer = Analyzer.start(config)) {
        long began = await(analyzer, 1);
        long ninety = await(analyzer, ads - ads / 10);
        long end = await(analyzer, ads);
        // What is looked at again is part of the state that is held.
        LockSupport.parkNanos(Duration.ofSeconds(3).toNanos());
        return new Row(
            "topology",
            ads,
            (end - began) / 1e9,
            (end - ninety) / 1e9,
            Row.usedHeap() - before,
            size(work.resolve("state")),
            told(bootstrap));
      }
    }
  }

  private static long await(Analyzer analyzer, long assessed) {
    long said = System.nanoTime();
    for (long done = 0; done < assessed; done = analyzer.progress().assessed()) {
      LockSupport.parkNanos(LOOKS_EVERY.toNanos());
      if (System.nanoTime() - said > SAYS_EVERY.toNanos()) {
        said = System.nanoTime();
        System.err.printf("%d of %d ads%n", done, assessed);
      }
    }
    return System.nanoTime();
  }

  private static void send(String bootstrap, int ads, long seed) {
    var settings = Map.<String, Object>of("bootstrap.servers", bootstrap, "linger.ms", 20);
    try (var admin = Admin.create(settings)) {
      new TopicPlan(PARTITIONS, (short) 1).create(admin);
    }
    var market = new Market(seed);
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      for (int i = 0; i < ads; i++) {
        var ad = market.nextObserved();
        producer.send(
            new ProducerRecord<>(Topic.ADS_OBSERVED.topicName(), ad.adId(), EventJson.write(ad)));
      }
    }
  }

  /** Offsets of committed records: the marks of transactions are no records, so they are read. */
  private static long told(String bootstrap) {
    var settings =
        Map.<String, Object>of("bootstrap.servers", bootstrap, "isolation.level", "read_committed");
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(Topic.ADS_ASSESSED.topicName()).stream()
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      long told = 0;
      while (partitions.stream()
          .anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
        told += consumer.poll(Duration.ofMillis(200)).count();
      }
      return told;
    }
  }

  private static long size(Path folder) {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(TopologyRun::sizeOf).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file that the store's own tidying took away meanwhile is none. */
  private static long sizeOf(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }
}
