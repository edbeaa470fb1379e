package org.maraude.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
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
   * Stops the server that {@code postmaster.pid} names, if it still runs over this very folder, and
   * deletes that file if its number belongs to no PostgreSQL: the next server would take whatever
   * has the number for the old one and refuse to start.
   *
   * @throws IllegalStateException when it does not stop
   */
  static void stop(Path folder) {
    named(folder).filter(process -> runsOver(process, folder)).ifPresent(OrphanedServer::end);
    named(folder).filter(OrphanedServer::isSomethingElse).ifPresent(other -> forget(folder));
  }

  private static Optional<ProcessHandle> named(Path folder) {
    try (var lines = Files.lines(folder.resolve("postmaster.pid"))) {
      return lines.findFirst().map(String::strip).map(Long::valueOf).flatMap(ProcessHandle::of);
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

  private static boolean isSomethingElse(ProcessHandle process) {
    return process
        .info()
        .command()
        .map(program -> !program.endsWith("postgres"))
        .orElseGet(() -> isUncollected(process));
  }

  /** Whether it ended and only its number is left, because nobody has asked how it ended. */
  private static boolean isUncollected(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"))
          .contains(") Z ");
    } catch (IOException e) {
      // This system does not say.
      return false;
    }
  }

  private static void forget(Path folder) {
    try {
      Files.deleteIfExists(folder.resolve("postmaster.pid"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
