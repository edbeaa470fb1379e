package org.maraude.analyzer;

import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** How the stream speaks to Kafka. */
final class StreamSettings {

  private static final int SESSION_MILLIS = 20_000;
  private static final int SESSION_MILLIS_ALONE = 10_000;
  private static final int HEARTBEAT_MILLIS = 2_000;
  private static final int MOST_THREADS = 8;
  private static final long LONGEST_POLL_MILLIS = 100;

  private StreamSettings() {}

  static Properties of(AnalyzerConfig config) {
    long commit = config.commitInterval().toMillis();
    var settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "maraude-analyzer");
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
    settings.put(StreamsConfig.STATE_DIR_CONFIG, config.stateDir().toString());
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
    settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) config.replication());
    // A second instance keeps a copy of the stores, so that a partition that moves waits for no
    // restoring. Alone, there is nobody to keep one.
    settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, config.soleInstance() ? 0 : 1);
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commit);
    // A thread that waits for records does not commit meanwhile.
    settings.put(StreamsConfig.POLL_MS_CONFIG, Math.clamp(commit / 2, 5L, LONGEST_POLL_MILLIS));
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads());
    settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
    consumer(settings, ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, config.instanceId());
    consumer(settings, ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, session(config));
    consumer(settings, ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MILLIS);
    consumer(settings, ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    // Nothing is read before the transaction ends, and its end waits for nothing: to send a record
    // sooner would only make more requests.
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), commit);
    return settings;
  }

  /** Reading ads is work for every processor; beyond some, the one task of the links is the end. */
  private static int threads() {
    return Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_THREADS);
  }

  /** Where no other instance could take the partitions, nothing is gained by waiting longer. */
  private static int session(AnalyzerConfig config) {
    return config.soleInstance() ? SESSION_MILLIS_ALONE : SESSION_MILLIS;
  }

  private static void consumer(Properties settings, String name, Object value) {
    settings.put(StreamsConfig.mainConsumerPrefix(name), value);
  }
}
