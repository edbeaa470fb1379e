package org.maraude.testkit;

import java.nio.file.Path;
import java.util.Map;
import org.maraude.embedded.EmbeddedKafka;
import org.testcontainers.kafka.KafkaContainer;

/**
 * A broker of its own for one test class, empty at the start. Takes about 3 s embedded.
 *
 * <pre>{@code
 * static final KafkaForTests kafka = KafkaForTests.start();
 * @AfterAll static void stop() { kafka.close(); }
 * }</pre>
 */
public final class KafkaForTests implements AutoCloseable {

  private static final String IMAGE = "apache/kafka:4.3.1";

  /** What a test could tell apart: its outcome must not hang on where the broker comes from. */
  private static final Map<String, String> LIKE_THE_EMBEDDED_BROKER =
      Map.of(
          "KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false",
          "KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS", "1000",
          "KAFKA_TRANSACTION_ABORT_TIMED_OUT_TRANSACTION_CLEANUP_INTERVAL_MS", "1000");

  private final String bootstrapServers;
  private final Runnable stop;

  private KafkaForTests(String bootstrapServers, Runnable stop) {
    this.bootstrapServers = bootstrapServers;
    this.stop = stop;
  }

  public static KafkaForTests start() {
    return switch (Parts.chosen()) {
      case EMBEDDED -> {
        Path folder = TemporaryFolder.create("maraude-kafka-");
        var broker = EmbeddedKafka.start(folder.resolve("log"));
        yield new KafkaForTests(
            broker.bootstrapServers(),
            () -> {
              broker.close();
              TemporaryFolder.delete(folder);
            });
      }
      case CONTAINERS -> {
        var container = new KafkaContainer(IMAGE).withEnv(LIKE_THE_EMBEDDED_BROKER);
        container.start();
        yield new KafkaForTests(container.getBootstrapServers(), container::stop);
      }
    };
  }

  public String bootstrapServers() {
    return bootstrapServers;
  }

  @Override
  public void close() {
    stop.run();
  }
}
