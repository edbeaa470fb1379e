package org.maraude.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.RepeatedTest;
import org.maraude.events.Topic;
import org.maraude.events.TopicPlan;
import org.maraude.testkit.KafkaForTests;

/** Services that start in the same breath over a broker that holds nothing yet. */
class FirstTopicsIT {

  private static final int SERVICES = 8;
  private static final int PARTITIONS = 8;
  private static final int RECORDS = 200;

  @RepeatedTest(2)
  void eachFindsTheTopicsAndWritesAtOnce() throws Exception {
    try (var kafka = KafkaForTests.start();
        var threads = Executors.newFixedThreadPool(SERVICES)) {
      var together = new CyclicBarrier(SERVICES);
      Callable<Integer> service =
          () -> {
            together.await(1, TimeUnit.MINUTES);
            return startAndWrite(kafka.bootstrapServers());
          };
      var partitions = new ArrayList<Integer>();
      for (var each : threads.invokeAll(Collections.nCopies(SERVICES, service))) {
        partitions.add(each.get());
      }
      assertThat(partitions).hasSize(SERVICES).containsOnly(PARTITIONS);
    }
  }

  /** A batch that came out of order is tried again for as long as its delivery may take. */
  private static int startAndWrite(String bootstrap) throws Exception {
    int partitions;
    try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap))) {
      new TopicPlan(PARTITIONS, (short) 1).create(admin);
      partitions = TopicPlan.partitions(admin, Topic.ADS_OBSERVED);
    }
    var settings =
        Map.<String, Object>of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrap,
            ProducerConfig.BATCH_SIZE_CONFIG,
            100,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
            5_000,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
            20_000);
    try (var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      var sent = new ArrayList<Future<?>>();
      for (int i = 0; i < RECORDS; i++) {
        sent.add(
            producer.send(
                new ProducerRecord<>(
                    Topic.ADS_OBSERVED.topicName(), i % PARTITIONS, new byte[0], new byte[80])));
      }
      for (var each : sent) {
        each.get();
      }
    }
    return partitions;
  }
}
