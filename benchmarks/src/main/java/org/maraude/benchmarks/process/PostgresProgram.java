package org.maraude.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.maraude.embedded.EmbeddedPostgres;

/**
 * A PostgreSQL server with a keeper in a process of its own, always on the same port, so that it
 * can be killed and started again. Arguments: its folder, the file with its password, its port.
 */
public final class PostgresProgram {

  private static final String READY = "ready";

  private PostgresProgram() {}

  public static void main(String[] args) throws InterruptedException {
    System.setProperty(
        "logback.configurationFile", "org/maraude/benchmarks/process/logback-postgres.xml");
    Lifeline.hold();
    var server =
        EmbeddedPostgres.start(Path.of(args[0]), Path.of(args[1]), Integer.parseInt(args[2]));
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
    System.out.println(READY);
    new CountDownLatch(1).await();
  }

  /** Starts one over {@code data} inside a folder that holds a file {@code password}. */
  public static ChildProcess start(Path work, int port) {
    return ChildProcess.java(
        PostgresProgram.class,
        List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
        List.of(
            work.resolve("data").toString(),
            work.resolve("password").toString(),
            Integer.toString(port)),
        work.resolve("postgres.log"));
  }

  /** Waits until it answers. */
  public static void awaitReady(ChildProcess postgres) {
    postgres.awaitLine(READY);
  }

  /** The server's own process, of which every session is a child. */
  public static ProcessHandle server(Path work) {
    try (var lines = Files.lines(work.resolve("data").resolve("postmaster.pid"))) {
      return lines
          .findFirst()
          .map(String::strip)
          .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
          .orElseThrow(() -> new IllegalStateException("no server runs over " + work));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
