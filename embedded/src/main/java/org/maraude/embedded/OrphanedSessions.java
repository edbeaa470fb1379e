package org.maraude.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sessions of PostgreSQL that outlived their server. A server killed with {@code kill -9} cannot
 * end them; one that computes notices only when it next waits for something, and as long as it
 * holds the old shared memory no server starts over the folder.
 *
 * <p>They are known by their working directory, which is the server's folder; where the system does
 * not tell it (no {@code /proc}), none is found.
 */
final class OrphanedSessions {

  private static final Logger log = LoggerFactory.getLogger(OrphanedSessions.class);
  private static final Duration GIVES_UP_WITHIN = Duration.ofSeconds(5);
  private static final Duration ENDS_WITHIN = Duration.ofSeconds(20);

  private OrphanedSessions() {}

  /**
   * Ends them; the server itself must be gone. What they had not committed is lost, as it was with
   * their server.
   *
   * @throws IllegalStateException when one does not end
   */
  static void end(Path folder) {
    var left = over(folder);
    if (left.isEmpty()) {
      return;
    }
    log.info("ending {} sessions of a PostgreSQL server that was killed", left.size());
    left.forEach(ProcessHandle::destroy);
    if (!ended(left, GIVES_UP_WITHIN)) {
      left.forEach(ProcessHandle::destroyForcibly);
      if (!ended(left, ENDS_WITHIN)) {
        throw new IllegalStateException(
            "PostgreSQL processes %s of an earlier run do not end; end them and start again"
                .formatted(left.stream().map(ProcessHandle::pid).toList()));
      }
    }
  }

  private static List<ProcessHandle> over(Path folder) {
    if (!Files.exists(folder)) {
      return List.of();
    }
    return ProcessHandle.allProcesses()
        .filter(process -> process.pid() != ProcessHandle.current().pid())
        .filter(process -> isSession(process) && worksIn(process, folder))
        .toList();
  }

  private static boolean isSession(ProcessHandle process) {
    // A session replaces its command line by what it does: "postgres: user database ...".
    return process.info().command().filter(program -> program.endsWith("postgres")).isPresent();
  }

  private static boolean worksIn(ProcessHandle process, Path folder) {
    try {
      return Files.isSameFile(Path.of("/proc", Long.toString(process.pid()), "cwd"), folder);
    } catch (IOException | SecurityException e) {
      // It has just ended, or belongs to somebody else and so is no session of ours.
      return false;
    }
  }

  private static boolean ended(List<ProcessHandle> sessions, Duration within) {
    try {
      CompletableFuture.allOf(
              sessions.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
          .get(within.toSeconds(), TimeUnit.SECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while old sessions of PostgreSQL ended", e);
    } catch (ExecutionException | TimeoutException e) {
      return false;
    }
  }
}
