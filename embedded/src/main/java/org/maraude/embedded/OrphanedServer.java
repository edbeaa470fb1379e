package org.maraude.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server that outlived the program that started it: {@code kill -9} ends a JVM, not
 * its children.
 */
final class OrphanedServer {

  private static final Logger log = LoggerFactory.getLogger(OrphanedServer.class);
  private static final Duration ENDS_WITHIN = Duration.ofSeconds(20);

  private OrphanedServer() {}

  /**
   * Stops the server that {@code postmaster.pid} names, if it still runs over this very folder.
   *
   * @throws IllegalStateException when it does not stop
   */
  static void stop(Path folder) {
    server(folder).ifPresent(OrphanedServer::end);
  }

  private static Optional<ProcessHandle> server(Path folder) {
    try (var lines = Files.lines(folder.resolve("postmaster.pid"))) {
      // A number can belong to another process by now, so its command line is looked at too.
      return lines
          .findFirst()
          .map(String::strip)
          .map(Long::valueOf)
          .flatMap(ProcessHandle::of)
          .filter(process -> runsOver(process, folder));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | NumberFormatException e) {
      throw new IllegalStateException(
          "%s cannot be read; if no PostgreSQL runs over this folder, delete that file"
              .formatted(folder.resolve("postmaster.pid")),
          e);
    }
  }

  private static boolean runsOver(ProcessHandle process, Path folder) {
    return process
        .info()
        .commandLine()
        .filter(line -> line.contains("postgres") && line.contains(folder.toString()))
        .isPresent();
  }

  private static void end(ProcessHandle server) {
    log.info("stopping the PostgreSQL server {} that an earlier run left behind", server.pid());
    interrupt(server);
    try {
      server.onExit().get(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while an old PostgreSQL server stopped", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(
          "PostgreSQL process %d of an earlier run does not stop; end it and start again"
              .formatted(server.pid()),
          e);
    }
  }

  private static void interrupt(ProcessHandle server) {
    // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for clients that no longer exist.
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(server.pid())).start().waitFor();
    } catch (IOException e) {
      server.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
