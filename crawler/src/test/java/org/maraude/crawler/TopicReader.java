package org.maraude.crawler;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic from its beginning, committed records only, until enough is there. */
final class TopicReader implements AutoCloseable {

  private final KafkaConsumer<String, byte[]> consumer;
  private final List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();

  TopicReader(String bootstrapServers, String topic) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    consumer = new KafkaConsumer<>(settings);
    consumer.assign(
        consumer.partitionsFor(topic).stream()
            .map(part -> new TopicPartition(topic, part.partition()))
            .toList());
  }

  /** All records so far, once they satisfy the condition; fails after the time. */
  List<ConsumerRecord<String, byte[]>> until(
      Predicate<List<ConsumerRecord<String, byte[]>>> enough, Duration within) {
    long deadline = System.nanoTime() + within.toNanos();
    while (!enough.test(read)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not within " + within + "; " + read.size() + " records came");
      }
      consumer.poll(Duration.ofMillis(100)).forEach(read::add);
    }
    return List.copyOf(read);
  }

  /** What is there when nothing more came for a while. */
  List<ConsumerRecord<String, byte[]>> rest(Duration quiet) {
    long last = System.nanoTime();
    while (System.nanoTime() - last < quiet.toNanos()) {
      var more = consumer.poll(Duration.ofMillis(100));
      if (!more.isEmpty()) {
        more.forEach(read::add);
        last = System.nanoTime();
      }
    }
    return List.copyOf(read);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
