package org.maraude.benchmarks.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A {@link Victim} in a JVM of its own. */
final class VictimProcess implements AutoCloseable {

  private static final Duration STOPS_WITHIN = Duration.ofSeconds(30);

  private final Process process;

  private VictimProcess(Process process) {
    this.process = process;
  }

  /** Starts one; its log goes to a file that each run appends to. */
  static VictimProcess start(Path data, Path siteFile, Path log) {
    try {
      return new VictimProcess(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx1g",
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Victim.class.getName(),
                  data.toString(),
                  siteFile.toString())
              .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Waits until everything is up and returns the broker's address.
   *
   * @throws IllegalStateException when it ends before
   */
  String awaitReady() {
    BufferedReader said = process.inputReader();
    return said.lines()
        .filter(line -> line.startsWith(Victim.READY))
        .findFirst()
        .map(line -> line.substring(Victim.READY.length()))
        .orElseThrow(() -> new IllegalStateException("the installation ended before it was up"));
  }

  /** Ends it without a word, whatever it is doing, {@code after} a while. */
  void killAfter(Duration after) throws InterruptedException {
    if (process.waitFor(after.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException(
          "the installation ended by itself with code " + process.exitValue());
    }
    process.destroyForcibly().waitFor();
  }

  /** Tells it to stop and waits. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("the installation did not stop within " + STOPS_WITHIN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
