package org.maraude.dashboard.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.maraude.dashboard.work.Repeated;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries the outbox to Kafka, in order. A row goes when Kafka has it for certain; a crash between
 * the two sends it again, with the same id. One relay works at a time, however many instances run:
 * two would overtake each other.
 */
public final class OutboxRelay implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final int BATCH = 200;

  /** Any number will do, as long as nothing else in this database takes it. */
  private static final long ONE_RELAY = 0x6d61_7261_7564_6501L;

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final KafkaProducer<String, byte[]> producer;
  private final Repeated work;

  private OutboxRelay(String bootstrapServers, JdbcClient sql, TransactionTemplate transaction) {
    this.sql = sql;
    this.transaction = transaction;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.CLIENT_ID_CONFIG,
                "dashboard-outbox",
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                5_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                5_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                10_000),
            new StringSerializer(),
            new ByteArraySerializer());
    this.work = Repeated.start("outbox", PAUSE, () -> carry() == BATCH);
  }

  public static OutboxRelay start(
      String bootstrapServers, JdbcClient sql, TransactionTemplate transaction) {
    return new OutboxRelay(bootstrapServers, sql, transaction);
  }

  @Override
  public void close() {
    work.close();
    producer.close(Duration.ofMillis(200));
  }

  private record Row(long seq, String topic, String key, byte[] message) {}

  private int carry() {
    Integer carried =
        transaction.execute(status -> {
          if (!alone()) {
            return 0;
          }
          var rows = waiting();
          if (!rows.isEmpty()) {
            send(rows);
            sql.sql("delete from outbox where seq = any(?)")
                .param(rows.stream().map(Row::seq).toArray(Long[]::new))
                .update();
          }
          return rows.size();
        });
    return carried == null ? 0 : carried;
  }

  private boolean alone() {
    return sql.sql("select pg_try_advisory_xact_lock(?)")
        .param(ONE_RELAY)
        .query(Boolean.class)
        .single();
  }

  private List<Row> waiting() {
    return sql.sql("select seq, topic, message_key, message from outbox order by seq limit ?")
        .param(BATCH)
        .query((row, n) ->
            new Row(
                row.getLong("seq"),
                row.getString("topic"),
                row.getString("message_key"),
                row.getBytes("message")))
        .list();
  }

  private void send(List<Row> rows) {
    var answers = new ArrayList<Future<?>>();
    for (Row row : rows) {
      answers.add(producer.send(new ProducerRecord<>(row.topic(), row.key(), row.message())));
    }
    producer.flush();
    try {
      for (var answer : answers) {
        answer.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while telling Kafka", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("Kafka did not take it: " + e.getCause(), e);
    }
  }
}
