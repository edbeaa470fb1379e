package org.maraude.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maraude.analyzer.assess.AdReader;
import org.maraude.analyzer.rules.RuleFile;
import org.maraude.analyzer.rules.RuleFiles;
import org.maraude.analyzer.rules.RuleSet;
import org.maraude.events.EventJson;
import org.maraude.events.Topic;
import org.maraude.events.TopicPlan;
import org.maraude.events.rules.RuleSetPart;
import org.maraude.testkit.KafkaForTests;

/** Several analyzers that start in the same breath, each with rules of its own. */
class RulePublisherIT {

  private static final int PUBLISHERS = 4;
  private static final int ROUNDS = 3;
  private static final AdReader READER = AdReader.create();
  private static KafkaForTests kafka;

  @BeforeAll
  static void startBroker() {
    kafka = KafkaForTests.start();
    try (var admin =
        Admin.create(Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()))) {
      new TopicPlan(1, (short) 1).create(admin);
    }
  }

  @AfterAll
  static void stopBroker() {
    kafka.close();
  }

  @Test
  void aPublisherThatIsOvertakenSaysSoAndTheLaterSetStands() {
    try (var earlier = RuleSet.load(files(100), READER);
        var later = RuleSet.load(files(101), READER)) {
      var overtaken =
          new RulePublisher(kafka.bootstrapServers(), new OnceBetween(() -> publishes(later)));

      assertThat(overtaken.publish(earlier)).isFalse();

      assertThat(committedSets().getLast())
          .allSatisfy(part -> assertThat(part.ruleset()).isEqualTo(later.stamp()))
          .hasSize(later.files().size());
    }
  }

  private static void publishes(RuleSet rules) {
    var publisher = new RulePublisher(kafka.bootstrapServers(), OnceBetween.NOON);
    assertThat(publisher.publish(rules)).isTrue();
  }

  /** A clock that lets something happen when it is first asked: within the transaction. */
  private static final class OnceBetween extends Clock {

    static final Clock NOON = Clock.fixed(Ads.NOON, ZoneOffset.UTC);
    private final Runnable what;
    private boolean done;

    OnceBetween(Runnable what) {
      this.what = what;
    }

    @Override
    public Instant instant() {
      if (!done) {
        done = true;
        what.run();
      }
      return NOON.instant();
    }

    @Override
    public ZoneId getZone() {
      return NOON.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return NOON.withZone(zone);
    }
  }

  @Test
  void ofPublishersAtOnceNoneFailsAndTheSetThatStandsIsWhole() throws Exception {
    int before = committedSets().size();

    int published = publishAtOnce();

    var sets = committedSets();
    assertThat(published).isPositive();
    assertThat(sets).hasSize(before + published);
    assertThat(sets)
        .allSatisfy(set -> {
          assertThat(set.stream().map(RuleSetPart::part)).doesNotHaveDuplicates();
          assertThat(set).hasSize(set.getFirst().parts());
        });
  }

  /** The answer is how many sets were published, by what the publishers say. */
  private static int publishAtOnce() throws Exception {
    var publisher = new RulePublisher(kafka.bootstrapServers(), OnceBetween.NOON);
    var together = new CyclicBarrier(PUBLISHERS);
    int published = 0;
    try (var threads = Executors.newFixedThreadPool(PUBLISHERS)) {
      var work =
          IntStream.range(0, PUBLISHERS)
              .<Callable<Integer>>mapToObj(number -> () -> publish(publisher, number, together))
              .toList();
      for (var done : threads.invokeAll(work)) {
        published += done.get(60, TimeUnit.SECONDS);
      }
    }
    return published;
  }

  private static int publish(RulePublisher publisher, int number, CyclicBarrier together)
      throws Exception {
    int published = 0;
    try (var rules = RuleSet.load(files(number), READER)) {
      for (int round = 0; round < ROUNDS; round++) {
        together.await(60, TimeUnit.SECONDS);
        published += publisher.publish(rules) ? 1 : 0;
      }
    }
    return published;
  }

  /** The program's own, each set told apart by a comment. */
  private static List<RuleFile> files(int number) {
    return RuleFiles.builtIn().stream()
        .map(file -> new RuleFile(file.name(), file.yaml() + "\n# " + number + "\n"))
        .toList();
  }

  /** What stands in the topic, cut where a transaction ended: each begins with the first name. */
  private static List<List<RuleSetPart>> committedSets() {
    var parts = new ArrayList<RuleSetPart>();
    var settings =
        Map.<String, Object>of(
            "bootstrap.servers", kafka.bootstrapServers(), "isolation.level", "read_committed");
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      var partition = new TopicPartition(Topic.RULES.topicName(), 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      while (consumer.position(partition) < end) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(record -> parts.add(EventJson.read(record.value(), RuleSetPart.class)));
      }
    }
    var names = parts.stream().map(RuleSetPart::part).collect(Collectors.toSet());
    var first = names.stream().sorted().findFirst().orElse("");
    var sets = new ArrayList<List<RuleSetPart>>();
    for (var part : parts) {
      if (part.part().equals(first)) {
        sets.add(new ArrayList<>());
      }
      sets.getLast().add(part);
    }
    return sets;
  }
}
