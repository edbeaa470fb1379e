package org.maraude.benchmarks.crash;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.maraude.benchmarks.process.ChildProcess;

/** A {@link Victim} in a JVM of its own. */
final class VictimProcess implements AutoCloseable {

  private final ChildProcess process;

  private VictimProcess(ChildProcess process) {
    this.process = process;
  }

  /** Starts one; its log goes to a file that each run appends to. */
  static VictimProcess start(Path data, Path siteFile, Path log) {
    return new VictimProcess(
        ChildProcess.java(
            Victim.class,
            List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
            List.of(data.toString(), siteFile.toString()),
            log));
  }

  /**
   * Waits until everything is up and returns the broker's address.
   *
   * @throws IllegalStateException when it ends before
   */
  String awaitReady() {
    return process.awaitLine(Victim.READY);
  }

  /** Ends it without a word, whatever it is doing, {@code after} a while. */
  void killAfter(Duration after) throws InterruptedException {
    if (process.awaitEnd(after)) {
      throw new IllegalStateException(
          "the installation ended by itself with %d: %s"
              .formatted(process.exitCode(), process.lastWords()));
    }
    process.kill();
  }

  /** Tells it to stop and waits. */
  @Override
  public void close() {
    process.close();
  }
}
