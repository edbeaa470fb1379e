package org.maraude.standalone.command;

import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;

/** A service runs until the process is told to stop, and is closed then. */
final class UntilStopped {

  private UntilStopped() {}

  static int run(AutoCloseable service) throws InterruptedException {
    onStop(service);
    new CountDownLatch(1).await();
    return CommandLines.OK;
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
