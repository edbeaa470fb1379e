package org.maraude.dashboard.sink;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.maraude.events.DeadLetter;
import org.maraude.events.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets aside what cannot be taken in, with its reason. It is sent before the offset moves, so after
 * a crash it may lie there twice, told apart by its origin.
 */
final class DeadLetters implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

  private final KafkaProducer<byte[], byte[]> producer;

  DeadLetters(String bootstrapServers) {
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.CLIENT_ID_CONFIG,
                "dashboard-dead-letters",
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                5_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                5_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                10_000),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Returns when Kafka has it. */
  void set(Topic topic, ConsumerRecord<byte[], byte[]> poison, String reason) {
    log.warn("{}-{} {} set aside: {}", poison.topic(), poison.partition(), poison.offset(), reason);
    List<Header> headers =
        List.of(
            header(DeadLetter.REASON, reason),
            header(DeadLetter.TOPIC, poison.topic()),
            header(DeadLetter.PARTITION, Integer.toString(poison.partition())),
            header(DeadLetter.OFFSET, Long.toString(poison.offset())));
    try {
      producer
          .send(
              new ProducerRecord<>(
                  topic.deadLetterName(), null, poison.key(), poison.value(), headers))
          .get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while setting a record aside", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a record cannot be set aside: " + e.getCause(), e);
    }
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    producer.close(Duration.ofMillis(200));
  }
}
