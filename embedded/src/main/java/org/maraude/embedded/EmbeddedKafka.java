package org.maraude.embedded;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One real KRaft broker inside this process, controller included, reachable on the loopback address
 * only.
 *
 * <p>The data folder is formatted at the first start; a later start goes on with it, also after the
 * process was killed. Ports are chosen anew at each start. Starting takes about 3 s. Instances are
 * safe to share; {@link #close} may be called from any thread.
 */
public final class EmbeddedKafka implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedKafka.class);

  /** The one node, in both roles. */
  static final int NODE = 1;

  private static final int ATTEMPTS = 3;

  private final KafkaRaftServer server;
  private final int port;

  private EmbeddedKafka(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Starts a broker over a folder.
   *
   * @param folder where its log lies; made when missing
   * @throws IllegalStateException when the folder cannot be used or no port is free
   */
  public static EmbeddedKafka start(Path folder) {
    if (!format(folder) && KilledBroker.wasIn(folder)) {
      KilledBroker.signOff(folder);
    }
    for (int attempt = 1; ; attempt++) {
      var ports = FreePorts.find(2);
      var server =
          new KafkaRaftServer(
              new KafkaConfig(settings(folder, ports.get(0), ports.get(1)), false), Time.SYSTEM);
      try {
        server.startup();
        return new EmbeddedKafka(server, ports.get(0));
      } catch (RuntimeException e) {
        server.shutdown();
        if (attempt == ATTEMPTS) {
          throw new IllegalStateException(
              "the embedded Kafka broker did not start over " + folder + ": " + e.getMessage(), e);
        }
        log.warn("the embedded broker did not start on port {}, trying another", ports.get(0));
      }
    }
  }

  /** What a Kafka client takes as {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  /** Whether there was anything to do. */
  private static boolean format(Path folder) {
    var first = new FirstStart(folder);
    if (first.isOver()) {
      return false;
    }
    var said = new ByteArrayOutputStream();
    try {
      first.clear();
      Files.createDirectories(folder);
      new Formatter()
          .setClusterId(Uuid.randomUuid().toString())
          .setNodeId(NODE)
          .addDirectory(folder.toString())
          .setMetadataLogDirectory(folder.toString())
          .setControllerListenerName("CONTROLLER")
          .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
          .setIgnoreFormatted(true)
          .setPrintStream(new PrintStream(said, true, StandardCharsets.UTF_8))
          .run();
      first.over();
      return true;
    } catch (Exception e) {
      throw new IllegalStateException(
          "the folder %s could not be made ready for Kafka: %s".formatted(folder, e.getMessage()),
          e);
    }
  }

  /** How the same node runs without its broker. */
  static Map<String, String> controllerAlone(Path folder, int controller) {
    var settings = new HashMap<String, String>();
    settings.put("process.roles", "controller");
    settings.put("node.id", Integer.toString(NODE));
    settings.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controller);
    settings.put("listeners", "CONTROLLER://127.0.0.1:" + controller);
    settings.put("listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put("log.dirs", folder.toString());
    return settings;
  }

  private static Map<String, String> settings(Path folder, int broker, int controller) {
    var settings = new HashMap<>(controllerAlone(folder, controller));
    settings.put("process.roles", "broker,controller");
    settings.put(
        "listeners",
        "BROKER://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(broker, controller));
    settings.put("advertised.listeners", "BROKER://127.0.0.1:" + broker);
    settings.put("inter.broker.listener.name", "BROKER");
    settings.putAll(singleNode());
    return settings;
  }

  private static Map<String, String> singleNode() {
    return Map.ofEntries(
        Map.entry("auto.create.topics.enable", "false"),
        Map.entry("default.replication.factor", "1"),
        Map.entry("min.insync.replicas", "1"),
        Map.entry("offsets.topic.replication.factor", "1"),
        Map.entry("offsets.topic.num.partitions", "4"),
        Map.entry("transaction.state.log.replication.factor", "1"),
        Map.entry("transaction.state.log.min.isr", "1"),
        Map.entry("transaction.state.log.num.partitions", "4"),
        Map.entry("share.coordinator.state.topic.replication.factor", "1"),
        Map.entry("share.coordinator.state.topic.min.isr", "1"),
        Map.entry("group.initial.rebalance.delay.ms", "0"),
        Map.entry("group.min.session.timeout.ms", "1000"),
        // A killed process leaves open transactions; readers wait for them no longer than this.
        Map.entry("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000"),
        Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(16 * 1024 * 1024)),
        Map.entry("log.index.size.max.bytes", Integer.toString(1024 * 1024)),
        Map.entry("num.network.threads", "2"),
        Map.entry("num.io.threads", "4"),
        Map.entry("log.cleaner.threads", "1"),
        Map.entry("delete.topic.enable", "true"));
  }
}
