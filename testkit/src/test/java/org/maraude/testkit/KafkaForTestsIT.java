package org.maraude.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class KafkaForTestsIT {

  private static final KafkaForTests kafka = KafkaForTests.start();

  @AfterAll
  static void stop() {
    kafka.close();
  }

  @Test
  void whatACommittedTransactionWroteIsRead() throws Exception {
    create("letters");
    try (var producer = producer(Map.of("transactional.id", "writer"))) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>("letters", "a"));
      producer.commitTransaction();
    }
    assertThat(read("letters")).containsExactly("a");
  }

  @Test
  void aTopicThatNobodyCreatedIsNotThereAtTheFirstWrite() {
    try (var producer = producer(Map.of("max.block.ms", "3000"))) {
      assertThatThrownBy(
              () -> producer.send(new ProducerRecord<>("forgotten", "a")).get(30, TimeUnit.SECONDS))
          .hasRootCauseInstanceOf(UnknownTopicOrPartitionException.class);
    }
  }

  private static void create(String topic) throws Exception {
    try (var admin =
        Admin.create(Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()))) {
      admin
          .createTopics(List.of(new NewTopic(topic, 1, (short) 1)))
          .all()
          .get(30, TimeUnit.SECONDS);
    }
  }

  private static KafkaProducer<String, String> producer(Map<String, String> more) {
    var settings = new HashMap<String, Object>(more);
    settings.put("bootstrap.servers", kafka.bootstrapServers());
    return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
  }

  private static List<String> read(String topic) {
    var partition = new TopicPartition(topic, 0);
    var settings =
        Map.<String, Object>of(
            "bootstrap.servers", kafka.bootstrapServers(), "isolation.level", "read_committed");
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      return consumer.poll(Duration.ofSeconds(30)).records(partition).stream()
          .map(record -> record.value())
          .toList();
    }
  }
}
