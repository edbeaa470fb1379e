package org.maraude.standalone.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.maraude.standalone.UsageException;
import org.maraude.standalone.health.HealthFile;
import org.slf4j.LoggerFactory;

/** A service runs until the process is told to stop, and is closed then. */
final class UntilStopped {

  private UntilStopped() {}

  static int run(AutoCloseable service) throws InterruptedException {
    onStop(service);
    new CountDownLatch(1).await();
    return CommandLines.OK;
  }

  /** The same for a service without a port: a file in its state folder says that it is well. */
  static int run(AutoCloseable service, Path stateFolder, BooleanSupplier healthy)
      throws InterruptedException {
    return run(service, stateFolder, healthy, new CompletableFuture<>());
  }

  /**
   * The same for a service that may give up by itself, with a reason that it told in the log: then
   * the process ends and its exit code says that it failed.
   */
  static int run(
      AutoCloseable service,
      Path stateFolder,
      BooleanSupplier healthy,
      CompletionStage<String> givesUp)
      throws InterruptedException {
    try {
      onStop(HealthFile.start(stateFolder, healthy, Clock.systemUTC()));
    } catch (IOException e) {
      close(service);
      throw new UsageException(
          "the state folder %s cannot be written (%s); give another with --state"
              .formatted(stateFolder, e.getMessage()));
    }
    onStop(service);
    var gaveUp = new CountDownLatch(1);
    givesUp.whenComplete((reason, failure) -> gaveUp.countDown());
    gaveUp.await();
    return CommandLines.FAILED;
  }

  /** Closes something when the process is told to stop, whatever its main thread does. */
  static void onStop(AutoCloseable service) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(service), "stop"));
  }

  private static void close(AutoCloseable service) {
    try {
      service.close();
    } catch (Exception e) {
      LoggerFactory.getLogger(UntilStopped.class).warn("the service did not stop cleanly", e);
    }
  }
}
