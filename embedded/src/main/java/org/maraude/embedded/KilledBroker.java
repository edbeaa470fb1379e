package org.maraude.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.common.utils.Time;

/**
 * A broker that went without signing off, and whose place in the metadata is still taken.
 *
 * <p>Started at once, a broker would read from that metadata that it leads its partitions and take
 * up the transactions it finds there. Nobody answers yet at its address, and some seconds later the
 * controller takes the dead broker off: its partitions have no leader then, and Kafka 4.3 takes a
 * partition without a leader for one that was deleted. The end of the transaction is never written,
 * its partition is closed to every reader of committed records, and nothing ever opens it again. So
 * the dead broker is signed off first, by a controller that runs alone; the new one then starts
 * without a partition and is given them when it can serve them. It also starts sooner, as its
 * controller does not wait for the dead one's session to end.
 */
final class KilledBroker {

  // Kafka's own note of a clean stop: written when a broker stops, taken away when one starts.
  private static final String CLEAN_STOP = ".kafka_cleanshutdown";
  private static final long ANSWERS_WITHIN_SECONDS = 30;

  private KilledBroker() {}

  /** Whether the last broker over a folder, which had started before, ended without stopping. */
  static boolean wasIn(Path folder) {
    return !Files.exists(folder.resolve(CLEAN_STOP));
  }

  /**
   * Takes the broker off the metadata.
   *
   * @throws IllegalStateException when the controller does not start or does not answer
   */
  static void signOff(Path folder) {
    int port = FreePorts.find(1).get(0);
    var controller =
        new KafkaRaftServer(
            new KafkaConfig(EmbeddedKafka.controllerAlone(folder, port), false), Time.SYSTEM);
    try {
      controller.startup();
      unregister("127.0.0.1:" + port);
    } finally {
      controller.shutdown();
      controller.awaitShutdown();
    }
  }

  /**
   * Asks anew while the controller has not read its metadata: until then it says that it is too old
   * to be asked, and an admin client that was told so never asks again.
   */
  private static void unregister(String controller) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(ANSWERS_WITHIN_SECONDS);
    while (true) {
      try {
        ask(controller);
        return;
      } catch (UnsupportedVersionException e) {
        if (System.nanoTime() - end > 0) {
          throw notSignedOff(e);
        }
      }
    }
  }

  private static void ask(String controller) {
    try (var admin =
        Admin.create(
            Map.<String, Object>of(AdminClientConfig.BOOTSTRAP_CONTROLLERS_CONFIG, controller))) {
      admin
          .unregisterBroker(EmbeddedKafka.NODE)
          .all()
          .get(ANSWERS_WITHIN_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnsupportedVersionException early) {
        throw early;
      }
      // Killed before it had signed on.
      if (!(e.getCause() instanceof BrokerIdNotRegisteredException)) {
        throw notSignedOff(e);
      }
    } catch (TimeoutException e) {
      throw notSignedOff(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw notSignedOff(e);
    }
  }

  private static IllegalStateException notSignedOff(Exception e) {
    return new IllegalStateException(
        "the broker that was killed could not be signed off: " + e.getMessage(), e);
  }
}
