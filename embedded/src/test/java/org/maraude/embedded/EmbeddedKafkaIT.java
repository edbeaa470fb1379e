package org.maraude.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {

  private static final TopicPartition PARTITION = new TopicPartition("letters", 0);

  @Test
  void whatWasWrittenIsThereAfterARestart(@TempDir Path folder) throws Exception {
    try (var kafka = EmbeddedKafka.start(folder.resolve("kafka"))) {
      write(kafka, "a");
    }
    try (var kafka = EmbeddedKafka.start(folder.resolve("kafka"))) {
      assertThat(read(kafka)).containsExactly("a");
    }
  }

  private static void write(EmbeddedKafka kafka, String value) throws Exception {
    var settings = Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers());
    try (var admin = Admin.create(settings);
        var producer =
            new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      admin
          .createTopics(List.of(new NewTopic("letters", 1, (short) 1)))
          .all()
          .get(30, TimeUnit.SECONDS);
      producer.send(new ProducerRecord<>("letters", value)).get(30, TimeUnit.SECONDS);
    }
  }

  private static List<String> read(EmbeddedKafka kafka) {
    var settings =
        Map.<String, Object>of(
            "bootstrap.servers", kafka.bootstrapServers(), "auto.offset.reset", "earliest");
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(PARTITION));
      consumer.seekToBeginning(List.of(PARTITION));
      return consumer.poll(Duration.ofSeconds(30)).records(PARTITION).stream()
          .map(record -> record.value())
          .toList();
    }
  }
}
