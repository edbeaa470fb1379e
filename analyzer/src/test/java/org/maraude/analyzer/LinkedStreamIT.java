package org.maraude.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maraude.analyzer.assess.LabelledStream;
import org.maraude.analyzer.file.FileAssessment;
import org.maraude.contacts.KeyFolder;
import org.maraude.events.EventJson;
import org.maraude.events.EventSerde;
import org.maraude.events.Topic;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.assessment.Assessment;
import org.maraude.events.assessment.Queue;
import org.maraude.testkit.KafkaForTests;

/** Links hang on no number of partitions and no instance; kills are in the crash rig. */
class LinkedStreamIT {

  private static final Duration WAIT = Duration.ofSeconds(90);
  private static final List<ObservedAd> ADS =
      new LabelledStream(20_261_128).of(100).stream().map(LabelledStream.Ad::observed).toList();

  @ParameterizedTest(name = "{0} partitions, {1} instances")
  @CsvSource({"1, 1", "2, 1", "4, 2"})
  void whatIsFinalIsWhatAFileInOrderSays(int partitions, int instances, @TempDir Path folder)
      throws IOException {
    var keys = KeyFolder.openOrCreate(folder.resolve("keys"), Clock.systemUTC());
    var lines = new StringBuilder();
    ADS.forEach(ad -> lines.append(EventJson.writeLine(ad)).append('\n'));
    var expected = new TreeMap<String, List<Object>>();
    FileAssessment.of(lines.toString(), keys)
        .forEach(each -> expected.put(each.adId(), essence(each)));
    var order = shuffledWithinDays();
    try (var kafka = KafkaForTests.start()) {
      var analyzers = new ArrayList<Analyzer>();
      try {
        for (int i = 1; i <= instances; i++) {
          analyzers.add(Analyzer.start(config(kafka, folder, partitions, i)));
        }
        send(kafka, order.subList(0, order.size() / 2));
        if (instances > 1) {
          // Goes away in the middle and comes back: whoever has its partitions then goes on.
          analyzers.removeLast().close();
          analyzers.add(Analyzer.start(config(kafka, folder, partitions, instances)));
        }
        send(kafka, order.subList(order.size() / 2, order.size()));
        send(kafka, order.subList(0, 50));
        assertThat(atRest(kafka, partitions, expected)).isEqualTo(expected);
      } finally {
        analyzers.forEach(Analyzer::close);
      }
    }
  }

  private static AnalyzerConfig config(
      KafkaForTests kafka, Path folder, int partitions, int instance) {
    return AnalyzerConfig.of(
            kafka.bootstrapServers(), folder.resolve("state-" + instance), folder.resolve("keys"))
        .withTopics(partitions, (short) 1)
        .withInstanceId("analyzer-" + instance);
  }

  private static List<Object> essence(Assessment assessment) {
    var template = assessment.links().template();
    // An ad in no queue is not told again for another group: nobody would read it.
    return List.of(
        assessment.queue(),
        assessment.score(),
        assessment.signals(),
        assessment.queue() == Queue.NONE || template == null ? "" : template);
  }

  private static List<ObservedAd> shuffledWithinDays() {
    var days = new TreeMap<LocalDate, List<ObservedAd>>();
    for (var ad : ADS) {
      days.computeIfAbsent(
              LocalDate.ofInstant(ad.observedAt(), ZoneOffset.UTC), none -> new ArrayList<>())
          .add(ad);
    }
    var random = new Random(9);
    days.values().forEach(day -> Collections.shuffle(day, random));
    return days.values().stream().flatMap(List::stream).toList();
  }

  private static void send(KafkaForTests kafka, List<ObservedAd> ads) {
    var settings = Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers());
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      ads.forEach(ad ->
          producer.send(
              new ProducerRecord<>(
                  Topic.ADS_OBSERVED.topicName(), ad.adId(), EventJson.write(ad))));
    }
  }

  /** The latest of each ad, once it is as expected or the wait is over. */
  private static Map<String, List<Object>> atRest(
      KafkaForTests kafka, int partitions, Map<String, List<Object>> expected) {
    var settings =
        Map.<String, Object>of(
            "bootstrap.servers", kafka.bootstrapServers(),
            "isolation.level", "read_committed",
            "auto.offset.reset", "earliest");
    var last = new TreeMap<String, List<Object>>();
    try (var consumer =
        new KafkaConsumer<>(
            settings, new StringDeserializer(), EventSerde.deserializer(Assessment.class))) {
      consumer.assign(
          IntStream.range(0, partitions)
              .mapToObj(each -> new TopicPartition(Topic.ADS_ASSESSED.topicName(), each))
              .toList());
      long end = System.nanoTime() + WAIT.toNanos();
      while (!last.equals(expected) && System.nanoTime() < end) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(told -> last.put(told.key(), essence(told.value())));
      }
      // Whatever would yet change comes in the next looks.
      for (int i = 0; i < 10; i++) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(told -> last.put(told.key(), essence(told.value())));
      }
    }
    return last;
  }
}
