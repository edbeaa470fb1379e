package org.maraude.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** A program of its own that starts a broker, ends one transaction, and dies within a second. */
final class LeavesBrokerBehind {

  private LeavesBrokerBehind() {}

  public static void main(String[] args) throws Exception {
    var kafka = EmbeddedKafka.start(Path.of(args[0]));
    var settings =
        Map.<String, Object>of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            kafka.bootstrapServers(),
            ProducerConfig.TRANSACTIONAL_ID_CONFIG,
            "writer",
            ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
            1_000);
    try (var admin =
        Admin.create(
            Map.<String, Object>of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic(args[1], 1, (short) 1))).all().get();
    }
    var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    producer.initTransactions();
    producer.beginTransaction();
    producer.send(new ProducerRecord<>(args[1], "ended")).get();
    producer.commitTransaction();
    producer.beginTransaction();
    producer.send(new ProducerRecord<>(args[1], "broken off")).get();
    Runtime.getRuntime().halt(137);
  }
}
