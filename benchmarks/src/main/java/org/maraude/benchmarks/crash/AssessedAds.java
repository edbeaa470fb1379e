package org.maraude.benchmarks.crash;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.maraude.analyzer.assess.AdReader;
import org.maraude.analyzer.assess.Assessor;
import org.maraude.analyzer.assess.LinkedAssessment;
import org.maraude.analyzer.links.InMemoryLinkState;
import org.maraude.analyzer.links.LinkedAd;
import org.maraude.analyzer.links.Linker;
import org.maraude.analyzer.rules.RuleFiles;
import org.maraude.analyzer.rules.RuleSet;
import org.maraude.contacts.KeyFolder;
import org.maraude.events.EventSerde;
import org.maraude.events.Topic;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.assessment.Assessment;
import org.maraude.events.assessment.Queue;
import org.maraude.events.assessment.SealedContact;
import org.maraude.events.assessment.Signal;

/**
 * Everything that stands in {@code ads.assessed}, committed, from its beginning.
 *
 * @param told how often each ad in each revision was told
 * @param queues where each ad was put
 * @param ads each ad's content without what differs between two runs: keys, times, seals
 */
record AssessedAds(Map<String, Integer> told, Map<String, String> ads, Map<String, Queue> queues) {

  private static final Duration POLL = Duration.ofMillis(200);

  /** Ads are looked at again every second; polls are counted, so that a machine may stand still. */
  private static final int QUIET_POLLS = 20;

  /** Reads until a number of ads is there, and all that was committed by then. */
  static AssessedAds readUntil(String bootstrapServers, int count, Instant deadline) {
    return read(bootstrapServers, count, 0, deadline);
  }

  /** The same until no more is told: other ads may yet change what one means. */
  static AssessedAds readToRest(String bootstrapServers, int count, Instant deadline) {
    return read(bootstrapServers, count, QUIET_POLLS, deadline);
  }

  private static AssessedAds read(
      String bootstrapServers, int count, int quietPolls, Instant deadline) {
    var read = new AssessedAds(new HashMap<>(), new HashMap<>(), new HashMap<>());
    try (var consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.CLIENT_ID_CONFIG,
                "crash-rig-" + UUID.randomUUID(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed"),
            new StringDeserializer(),
            EventSerde.deserializer(Assessment.class))) {
      var partitions = partitions(consumer);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      int quiet = 0;
      while (read.ads().size() < count || quiet < quietPolls || !atEnd(consumer, partitions)) {
        if (Instant.now().isAfter(deadline)) {
          throw new IllegalStateException(
              "only %d of %d ads were assessed in time".formatted(read.ads().size(), count));
        }
        var told = consumer.poll(POLL);
        quiet = told.isEmpty() ? quiet + 1 : 0;
        told.forEach(each -> read.add(each.value()));
      }
    }
    return read;
  }

  /** What one is to find at rest once these ads were read. */
  static AssessedAds expectedOf(List<ObservedAd> ads, Path keyFolder) {
    var reader = AdReader.create();
    var keys = KeyFolder.openOrCreate(keyFolder, Clock.systemUTC());
    var assessor = new Assessor(reader, keys.tokens(), keys.sealer());
    var linker = new Linker(new InMemoryLinkState(), merged -> {});
    try (var rules = RuleSet.load(RuleFiles.builtIn(), reader)) {
      var own = ads.stream().map(ad -> assessor.assess(ad, rules, 1)).toList();
      own.forEach(each -> linker.observe(LinkedAd.of(each)));
      return of(
          own.stream()
              .map(each -> LinkedAssessment.of(each, linker.view(each.adId()), rules))
              .toList());
    }
  }

  /** What one is to find once these were told. */
  static AssessedAds of(List<Assessment> assessments) {
    var all = new AssessedAds(new HashMap<>(), new HashMap<>(), new HashMap<>());
    assessments.forEach(all::add);
    return all;
  }

  private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer) {
    return consumer.partitionsFor(Topic.ADS_ASSESSED.topicName()).stream()
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .toList();
  }

  private static boolean atEnd(KafkaConsumer<?, ?> consumer, List<TopicPartition> partitions) {
    var ends = consumer.endOffsets(partitions);
    return partitions.stream()
        .allMatch(partition -> consumer.position(partition) >= ends.getOrDefault(partition, 0L));
  }

  private void add(Assessment assessment) {
    told.merge(assessment.adId() + " revision " + assessment.revision(), 1, Integer::sum);
    ads.put(assessment.adId(), content(assessment));
    queues.put(assessment.adId(), assessment.queue());
  }

  /** The ads that a person is to see. */
  List<String> flagged() {
    return queues.keySet().stream().filter(ad -> queues.get(ad) != Queue.NONE).sorted().toList();
  }

  /** What was told more than once. */
  List<String> repeated() {
    var repeated = new ArrayList<String>();
    told.forEach((what, times) -> {
      if (times > 1) {
        repeated.add(what + ", " + times + " times");
      }
    });
    return repeated;
  }

  private static String content(Assessment assessment) {
    return String.join(
        "\n",
        assessment.title(),
        assessment.body(),
        assessment.queue().name(),
        Double.toString(assessment.score()),
        assessment.signals().stream().map(Signal::rule).sorted().toList().toString(),
        assessment.contacts().stream().map(SealedContact::masked).sorted().toList().toString(),
        assessment.facts().toString(),
        // An ad in no queue is not told again for another group: nobody would read it.
        assessment.queue() == Queue.NONE ? "" : String.valueOf(assessment.links().template()));
  }
}
