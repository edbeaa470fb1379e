package org.maraude.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledBrokerIT {

  private static final TopicPartition PARTITION = new TopicPartition("letters", 0);

  @Test
  void aTransactionThatItLeftOpenIsBrokenOffAndReadersGoOn(@TempDir Path folder) throws Exception {
    var data = folder.resolve("kafka");
    killed(data);
    try (var kafka = EmbeddedKafka.start(data)) {
      write(kafka, "after");
      assertThat(committed(kafka, 2)).containsExactly("ended", "after");
    }
  }

  @Test
  void onlyABrokerThatWasKilledIsSignedOff(@TempDir Path folder) throws Exception {
    var data = folder.resolve("kafka");
    killed(data);
    assertThat(KilledBroker.wasIn(data)).isTrue();
    EmbeddedKafka.start(data).close();
    assertThat(KilledBroker.wasIn(data)).isFalse();
  }

  @Test
  void aBrokerThatWasKilledWhileItWasSignedOffStartsAsWell(@TempDir Path folder) throws Exception {
    var data = folder.resolve("kafka");
    killed(data);
    KilledBroker.signOff(data);
    KilledBroker.signOff(data);
    try (var kafka = EmbeddedKafka.start(data)) {
      assertThat(committed(kafka, 1)).containsExactly("ended");
    }
  }

  private static void killed(Path data) throws Exception {
    var program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LeavesBrokerBehind.class.getName(),
                data.toString(),
                PARTITION.topic())
            .inheritIO()
            .start();
    assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(program.exitValue()).isEqualTo(137);
  }

  private static void write(EmbeddedKafka kafka, String value) throws Exception {
    var settings =
        Map.<String, Object>of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(PARTITION.topic(), value)).get(30, TimeUnit.SECONDS);
    }
  }

  /** Reads until so many are there, or for as long as a transaction could need to end. */
  private static List<String> committed(EmbeddedKafka kafka, int count) {
    var settings =
        Map.<String, Object>of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            kafka.bootstrapServers(),
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed");
    var values = new ArrayList<String>();
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(PARTITION));
      consumer.seekToBeginning(List.of(PARTITION));
      for (int polls = 0; polls < 60 && values.size() < count; polls++) {
        consumer.poll(Duration.ofMillis(500)).forEach(record -> values.add(record.value()));
      }
    }
    return values;
  }
}
