package org.maraude.dashboard.sink;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.maraude.dashboard.rules.RuleTexts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the streams into the database, each record once. The group gives every partition to one
 * instance; the offset to begin at comes from the database, never from Kafka. When the database or
 * Kafka is away, it waits and goes on where the database stands.
 */
public final class Sink implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Sink.class);

  private static final String GROUP = "maraude.dashboard";
  private static final int BATCH = 500;
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Duration LEAVES_WITHIN = Duration.ofMillis(500);
  private static final Duration STOPS_WITHIN = Duration.ofMillis(1_500);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Offsets offsets;
  private final DeadLetters deadLetters;
  private final Map<String, PartitionWriter<?>> writers = new HashMap<>();
  private final Map<TopicPartition, Long> expected = new HashMap<>();
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;

  private Sink(String bootstrapServers, String instanceId, DataSource database, Clock clock) {
    var sql = JdbcClient.create(database);
    var transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    this.offsets = new Offsets(sql);
    this.deadLetters = new DeadLetters(bootstrapServers);
    List<Rows<?>> all =
        List.of(
            new AssessedRows(sql, clock),
            new GoneRows(sql),
            new VolumeRows(new JdbcTemplate(database)),
            new MergedRows(sql),
            new StatusRows(sql),
            new CoverageRows(sql),
            new RuleRows(new RuleTexts(sql)));
    for (var rows : all) {
      writers.put(
          rows.topic().topicName(), new PartitionWriter<>(rows, offsets, deadLetters, transaction));
    }
    this.consumer = consumer(bootstrapServers, instanceId);
    this.thread = Thread.ofPlatform().name("dashboard-sink").daemon().unstarted(this::run);
  }

  /**
   * Starts reading.
   *
   * @param instanceId the same over restarts: the group then waits for nobody
   */
  public static Sink start(
      String bootstrapServers, String instanceId, DataSource database, Clock clock) {
    var sink = new Sink(bootstrapServers, instanceId, database, clock);
    sink.thread.start();
    return sink;
  }

  /** Stops after the batch in hand. */
  @Override
  public void close() {
    stop.countDown();
    consumer.wakeup();
    try {
      thread.join(STOPS_WITHIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    // A batch that hangs on a lost database is given up; its transaction rolls back.
    thread.interrupt();
    deadLetters.close();
  }

  private static KafkaConsumer<byte[], byte[]> consumer(
      String bootstrapServers, String instanceId) {
    var settings = new HashMap<String, Object>();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
    settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, instanceId);
    settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
    settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private void run() {
    try {
      consumer.subscribe(writers.keySet(), new Places());
      while (!stopped(Duration.ZERO)) {
        try {
          takeOnce();
        } catch (WakeupException e) {
          // Asked to stop: the loop's condition sees it.
        } catch (Offsets.OvertakenException e) {
          log.warn("{}; reading again from where the database stands", e.getMessage());
          expected.clear();
        } catch (RuntimeException e) {
          if (stopped(Duration.ZERO)) {
            break;
          }
          log.warn("the sink waits for database or broker: {}", cause(e));
          // What was polled is unread again: every partition finds its place anew.
          expected.clear();
          stopped(PAUSE_AFTER_FAILURE);
        }
      }
    } catch (RuntimeException e) {
      if (!stopped(Duration.ZERO)) {
        log.error("the sink ended: {}", cause(e), e);
      }
    } finally {
      consumer.close(CloseOptions.timeout(LEAVES_WITHIN));
    }
  }

  private void takeOnce() {
    placeNewcomers();
    var records = consumer.poll(POLL);
    for (var partition : records.partitions()) {
      if (stopped(Duration.ZERO)) {
        return;
      }
      var writer = writers.get(partition.topic());
      var from = expected.get(partition);
      if (writer != null && from != null) {
        expected.put(partition, writer.take(partition, from, records.records(partition)));
      }
    }
  }

  /** Nothing is taken from a partition before the database has said where it stands there. */
  private void placeNewcomers() {
    for (var partition : consumer.assignment()) {
      if (!expected.containsKey(partition)) {
        long next = offsets.next(partition);
        consumer.seek(partition, next);
        expected.put(partition, next);
      }
    }
  }

  private boolean stopped(Duration wait) {
    try {
      return stop.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** A message of PostgreSQL may quote a row: only its state is told. */
  private static String cause(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return "SQLSTATE " + sql.getSQLState();
      }
    }
    return e.toString();
  }

  /** A partition that comes, or comes back, is placed before anything is taken from it. */
  private final class Places implements ConsumerRebalanceListener {

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      partitions.forEach(expected::remove);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      partitions.forEach(expected::remove);
    }
  }
}
