package org.maraude.standalone.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that is touched while a service is healthy, and gone while it is not.
 *
 * <p>A process that is killed or hangs touches nothing any more: whoever checks takes a file older
 * than {@link #STALE_AFTER} for none. A file that an earlier process left is deleted at the start.
 * Thread safe.
 */
public final class HealthFile implements AutoCloseable {

  /** The file's name in the service's state folder. */
  public static final String NAME = "healthy";

  /** From this age on the file says nothing. */
  public static final Duration STALE_AFTER = Duration.ofSeconds(30);

  private static final Logger log = LoggerFactory.getLogger(HealthFile.class);
  private static final Duration EVERY = Duration.ofSeconds(5);

  private final Path file;
  private final BooleanSupplier healthy;
  private final Clock clock;
  private final ScheduledExecutorService beats;
  private boolean wasWell = true;

  private HealthFile(
      Path file, BooleanSupplier healthy, Clock clock, ScheduledExecutorService beats) {
    this.file = file;
    this.healthy = healthy;
    this.clock = clock;
    this.beats = beats;
  }

  /**
   * Looks after the file until it is closed.
   *
   * @param stateFolder where the file lies; made when missing
   * @param healthy asked every 5 s on a thread of its own; an exception counts as no
   * @throws IOException when a file cannot be deleted and made there
   */
  public static HealthFile start(Path stateFolder, BooleanSupplier healthy, Clock clock)
      throws IOException {
    return start(stateFolder, healthy, clock, EVERY);
  }

  static HealthFile start(Path stateFolder, BooleanSupplier healthy, Clock clock, Duration every)
      throws IOException {
    Files.createDirectories(stateFolder);
    var file = stateFolder.resolve(NAME);
    Files.deleteIfExists(file);
    var beats =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("health-file").factory());
    var started = new HealthFile(file, healthy, clock, beats);
    // Nothing waits for the result: beat() ends in the file, whatever happens.
    var unused =
        beats.scheduleWithFixedDelay(started::beat, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    return started;
  }

  /** Deletes the file and asks no more. */
  @Override
  public void close() {
    beats.shutdown();
    try {
      // A beat under way could make the file anew.
      beats.awaitTermination(1, TimeUnit.SECONDS);
      Files.deleteIfExists(file);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      log.warn("{} cannot be deleted: {}", file, e.toString());
    }
  }

  private void beat() {
    boolean well = saysYes();
    try {
      if (well) {
        touch();
      } else {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      well = false;
      sayOnce(e);
    }
    wasWell = well;
  }

  private boolean saysYes() {
    try {
      return healthy.getAsBoolean();
    } catch (RuntimeException e) {
      sayOnce(e);
      return false;
    }
  }

  /** Once for each fall: a full disk would otherwise fill with this line. */
  private void sayOnce(Exception e) {
    if (wasWell) {
      log.warn("the health file {} is not kept up: {}", file, e.toString());
    }
  }

  private void touch() throws IOException {
    if (!Files.exists(file)) {
      Files.createFile(file);
    }
    Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
  }
}
