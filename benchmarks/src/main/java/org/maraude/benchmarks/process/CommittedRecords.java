package org.maraude.benchmarks.process;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.maraude.events.Topic;

/** What a topic holds for those who read committed. */
public final class CommittedRecords {

  private static final Duration POLL = Duration.ofMillis(200);

  private CommittedRecords() {}

  /** Each key with the number of its records, up to what is committed now. */
  public static Map<String, Integer> countByKey(String bootstrapServers, Topic topic) {
    var keys = new HashMap<String, Integer>();
    read(bootstrapServers, topic, (key, value) -> keys.merge(key, 1, Integer::sum));
    return keys;
  }

  /** Each key with its latest value, up to what is committed now. */
  public static Map<String, byte[]> latestByKey(String bootstrapServers, Topic topic) {
    var values = new HashMap<String, byte[]>();
    read(bootstrapServers, topic, values::put);
    return values;
  }

  private static void read(String bootstrapServers, Topic topic, BiConsumer<String, byte[]> each) {
    var settings =
        Map.<String, Object>of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed");
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(topic.topicName()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(POLL).forEach(read -> each.accept(read.key(), read.value()));
      }
    }
  }
}
