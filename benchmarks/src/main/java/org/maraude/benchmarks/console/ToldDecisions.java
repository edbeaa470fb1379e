package org.maraude.benchmarks.console;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.maraude.events.EventSerde;
import org.maraude.events.Topic;
import org.maraude.events.review.ReviewDecided;

/** The decisions that stand in {@code reviews.decided}. */
final class ToldDecisions {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration TOLD_WITHIN = Duration.ofSeconds(20);

  private ToldDecisions() {}

  /** Their ids, as soon as all that are expected are there, or what is there by the end. */
  static Set<UUID> read(String bootstrapServers, Set<UUID> expected) {
    var told = new HashSet<UUID>();
    var deadline = Instant.now().plus(TOLD_WITHIN);
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed"),
            new StringDeserializer(),
            EventSerde.deserializer(ReviewDecided.class))) {
      var partitions =
          consumer.partitionsFor(Topic.REVIEWS_DECIDED.topicName()).stream()
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (!told.containsAll(expected) && Instant.now().isBefore(deadline)) {
        for (var each : consumer.poll(POLL)) {
          told.add(UUID.fromString(each.value().id()));
        }
      }
    }
    return told;
  }
}
