package org.maraude.benchmarks.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program in a process of its own, which tells on standard output when it is up. One thread at a
 * time.
 */
public final class ChildProcess implements AutoCloseable {

  private static final Duration STOPS_WITHIN = Duration.ofSeconds(30);
  private static final int LAST_LINES = 60;

  private final String name;
  private final Process process;
  private final Path log;
  private final BufferedReader said;

  private ChildProcess(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
    this.said = process.inputReader();
  }

  /**
   * Starts a class of this class path in a JVM.
   *
   * @param log where standard error goes; each start appends
   */
  public static ChildProcess java(
      Class<?> main, List<String> options, List<String> arguments, Path log) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    return start(main.getSimpleName(), command, log);
  }

  /** Starts any program. */
  public static ChildProcess start(String name, List<String> command, Path log) {
    try {
      return new ChildProcess(
          name,
          new ProcessBuilder(command)
              .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start(),
          log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Waits for a line that begins so and returns what follows.
   *
   * @throws IllegalStateException when the program ends before
   */
  public String awaitLine(String beginning) {
    return said.lines()
        .filter(line -> line.startsWith(beginning))
        .findFirst()
        .map(line -> line.substring(beginning.length()))
        .orElseThrow(
            () -> new IllegalStateException(name + " ended before it was up: " + lastWords()));
  }

  /**
   * The end of its log: a test's folder is gone when somebody reads of the failure.
   *
   * @return some lines; says so where there is no log
   */
  public String lastWords() {
    try {
      var lines = Files.readAllLines(log);
      return String.join(
          System.lineSeparator(),
          lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    } catch (IOException e) {
      return "its log cannot be read: " + e.getMessage();
    }
  }

  /** Waits for the end; false where it did not come in time. */
  public boolean awaitEnd(Duration longest) throws InterruptedException {
    return process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public int exitCode() {
    return process.exitValue();
  }

  /** Ends it without a word, whatever it is doing (SIGKILL). */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Lets it stand still where it is (SIGSTOP). */
  public void suspend() throws InterruptedException {
    signal("-STOP");
  }

  /** Lets it go on (SIGCONT). */
  public void resume() throws InterruptedException {
    signal("-CONT");
  }

  private void signal(String signal) throws InterruptedException {
    try {
      var kill = new ProcessBuilder("kill", signal, Long.toString(process.pid())).start();
      if (kill.waitFor() != 0 && process.isAlive()) {
        throw new IllegalStateException("kill " + signal + " failed for " + name);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Processor time so far; zero where the system does not say. */
  public Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** The most memory it ever held at once, in bytes; 0 where the system does not say. */
  public long peakMemory() {
    try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }

  /** Tells it to stop and waits. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!awaitEnd(STOPS_WITHIN)) {
        process.destroyForcibly();
        throw new IllegalStateException(name + " did not stop within " + STOPS_WITHIN);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
