package org.maraude.analyzer;

import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.maraude.analyzer.rules.RuleSet;
import org.maraude.events.EventJson;
import org.maraude.events.Topic;
import org.maraude.events.rules.RuleSetPart;

/** Tells every analyzer a rule set, whole or not at all. Thread safe. */
final class RulePublisher {

  /** One id for all instances: of two that publish at once, the later one wins whole. */
  private static final String ONE_AT_A_TIME = "maraude-rules";

  private final String bootstrapServers;
  private final Clock clock;

  RulePublisher(String bootstrapServers, Clock clock) {
    this.bootstrapServers = bootstrapServers;
    this.clock = clock;
  }

  /**
   * Publishes the files of a set.
   *
   * @throws KafkaException when Kafka does not take them; then none is seen
   */
  void publish(RuleSet rules) {
    var settings =
        Map.<String, Object>of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ProducerConfig.TRANSACTIONAL_ID_CONFIG,
            ONE_AT_A_TIME);
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      for (var file : rules.files()) {
        var part =
            new RuleSetPart(
                rules.stamp(), file.name(), rules.files().size(), file.yaml(), clock.instant());
        producer.send(
            new ProducerRecord<>(Topic.RULES.topicName(), part.part(), EventJson.write(part)));
      }
      producer.commitTransaction();
    }
  }
}
