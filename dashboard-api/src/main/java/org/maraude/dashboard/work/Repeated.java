package org.maraude.dashboard.work;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A step that a thread of its own does again and again. After a failure it says so and waits
 * longer; it never ends by itself.
 */
public final class Repeated implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Repeated.class);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);
  private static final Duration STOPS_WITHIN = Duration.ofSeconds(1);

  private final String name;
  private final Duration pause;
  private final BooleanSupplier step;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;

  private Repeated(String name, Duration pause, BooleanSupplier step) {
    this.name = name;
    this.pause = pause;
    this.step = step;
    this.thread = Thread.ofPlatform().name("dashboard-" + name).daemon().unstarted(this::run);
  }

  /**
   * Starts.
   *
   * @param name of the work, for the log
   * @param pause between steps that left nothing to do
   * @param step says whether more waits, which is then done at once
   */
  public static Repeated start(String name, Duration pause, BooleanSupplier step) {
    var repeated = new Repeated(name, pause, step);
    repeated.thread.start();
    return repeated;
  }

  /** Ends after the step that is being done, or interrupts it when that takes long. */
  @Override
  public void close() {
    stop.countDown();
    try {
      thread.join(STOPS_WITHIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread.interrupt();
  }

  private void run() {
    var wait = Duration.ZERO;
    while (!stopped(wait)) {
      try {
        wait = step.getAsBoolean() ? Duration.ZERO : pause;
      } catch (RuntimeException e) {
        if (!stopped(Duration.ZERO)) {
          log.warn("the {} waits: {}", name, e.toString());
        }
        wait = PAUSE_AFTER_FAILURE;
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
}
