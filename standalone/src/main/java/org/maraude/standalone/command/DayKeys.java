package org.maraude.standalone.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.maraude.contacts.KeyFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the daily keys ahead of time, for an analyzer elsewhere that cannot. The dashboard does it,
 * because it alone has the private keys.
 */
final class DayKeys implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(DayKeys.class);

  private final ScheduledExecutorService hourly =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("day-keys").factory());
  private final KeyFolder folder;

  private DayKeys(KeyFolder folder) {
    this.folder = folder;
  }

  /**
   * Makes today's and tomorrow's keys before it returns, the later ones every hour.
   *
   * @throws org.maraude.contacts.KeyFolderException when the folder cannot be used
   */
  static DayKeys keepReady(Path folder, Clock clock) {
    var keys = new DayKeys(KeyFolder.openOrCreate(folder, clock));
    // Nothing waits for the result: a failure is logged and tried again an hour later.
    var unused = keys.hourly.scheduleWithFixedDelay(keys::prepare, 1, 1, TimeUnit.HOURS);
    return keys;
  }

  /** Makes what is missing; a failure is logged. */
  void prepare() {
    try {
      folder.prepare();
    } catch (RuntimeException e) {
      log.error("the keys of the day could not be made: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    hourly.shutdownNow();
  }
}
