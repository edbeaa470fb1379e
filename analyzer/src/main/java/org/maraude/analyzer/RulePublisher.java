package org.maraude.analyzer;

import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.maraude.analyzer.rules.RuleSet;
import org.maraude.events.EventJson;
import org.maraude.events.Topic;
import org.maraude.events.rules.RuleSetPart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells every analyzer a rule set, whole or not at all. Thread safe. */
final class RulePublisher {

  private static final Logger log = LoggerFactory.getLogger(RulePublisher.class);

  /** One id for all instances: of two that publish at once, the later one wins whole. */
  private static final String ONE_AT_A_TIME = "maraude-rules";

  private static final int ATTEMPTS = 3;

  private final String bootstrapServers;
  private final Clock clock;

  RulePublisher(String bootstrapServers, Clock clock) {
    this.bootstrapServers = bootstrapServers;
    this.clock = clock;
  }

  /**
   * Publishes the files of a set. Where another instance begins to publish meanwhile, its set
   * counts and nothing of this one is seen.
   *
   * @return whether this set was published; false when a later one overtook it
   * @throws KafkaException when Kafka does not take them; then none is seen
   */
  boolean publish(RuleSet rules) {
    for (int attempt = 1; ; attempt++) {
      try {
        publishOnce(rules);
        return true;
      } catch (KafkaException e) {
        if (isOvertaken(e)) {
          log.info(
              "rule set {} is not published: another analyzer began to publish its own meanwhile,"
                  + " and that one counts",
              rules.stamp());
          return false;
        }
        // A broker that fences one publisher at the very end of its transaction answers with an
        // error of its own instead. Beginning anew ends whatever is left of the transaction.
        if (attempt == ATTEMPTS) {
          throw e;
        }
        log.warn("rule set {} is published once more: {}", rules.stamp(), e.getMessage());
      }
    }
  }

  private void publishOnce(RuleSet rules) {
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

  /** Kafka tells a fenced producer in two ways, and wraps either where a later call meets it. */
  private static boolean isOvertaken(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProducerFencedException
          || cause instanceof InvalidProducerEpochException) {
        return true;
      }
    }
    return false;
  }
}
