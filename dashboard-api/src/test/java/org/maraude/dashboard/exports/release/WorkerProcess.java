package org.maraude.dashboard.exports.release;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import org.maraude.dashboard.Dashboard;
import org.maraude.dashboard.DashboardConfig;
import org.maraude.dashboard.exports.Exports;
import org.maraude.dashboard.exports.packages.Kind;
import org.maraude.dashboard.exports.table.Grid;
import org.maraude.testkit.PostgresForTests;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A program that makes releases in a process of its own, and whose clock stands still. */
final class WorkerProcess implements AutoCloseable {

  private static final String READY = "ready";

  /** Which program. */
  enum Program {
    /** A whole dashboard. */
    DASHBOARD,
    /** What {@code maraude export} does, of a table of departments. */
    COMMAND
  }

  private final Process process;

  private WorkerProcess(Process process) {
    this.process = process;
  }

  /** Starts one; it writes on the test's standard error what it has to say. */
  static WorkerProcess start(
      Program program,
      String bootstrapServers,
      PostgresForTests.Database at,
      Path folder,
      Instant now)
      throws IOException {
    return new WorkerProcess(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                WorkerProcess.class.getName(),
                program.name(),
                now.toString(),
                folder.toString(),
                at.jdbcUrl(),
                at.user(),
                at.password(),
                bootstrapServers)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /**
   * Waits until it is up, however long the machine takes for that.
   *
   * @throws IllegalStateException when it ends before
   */
  void awaitReady() throws IOException {
    var said = process.inputReader();
    for (var line = said.readLine(); !READY.equals(line); line = said.readLine()) {
      if (line == null) {
        throw new IllegalStateException("it ended before it was up");
      }
    }
  }

  /**
   * Ends it without a word, whatever it is doing (SIGKILL).
   *
   * @throws IllegalStateException when it has ended by itself
   */
  void kill() throws InterruptedException {
    if (!process.isAlive()) {
      throw new IllegalStateException("it ended with " + process.exitValue());
    }
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  public static void main(String[] args) throws InterruptedException {
    var lifeline = new Thread(WorkerProcess::endWithTheTest, "lifeline");
    lifeline.setDaemon(true);
    lifeline.start();
    var clock = Clock.fixed(Instant.parse(args[1]), ZoneOffset.UTC);
    var folder = Path.of(args[2]);
    switch (Program.valueOf(args[0])) {
      case DASHBOARD -> {
        Dashboard.start(
            new DashboardConfig(
                args[6],
                args[3],
                args[4],
                args[5],
                folder,
                folder,
                0,
                false,
                2,
                "dashboard-to-kill",
                clock));
        System.out.println(READY);
        new CountDownLatch(1).await();
      }
      case COMMAND -> {
        var database = new DriverManagerDataSource(args[3], args[4], args[5]);
        var exports = Exports.over(database, folder, clock);
        System.out.println(READY);
        exports.table(asked(exports), ReleaseWorld.RESEARCHER);
      }
    }
  }

  private static Ask asked(Exports exports) {
    var quarter = ReleaseWorld.FIRST.toString();
    return Ask.of(Kind.PUBLIC, Grid.DEPARTEMENTS, quarter, 50, null, exports.today());
  }

  /** Standard input ends when the parent is gone, whatever ended it. */
  private static void endWithTheTest() {
    try {
      while (System.in.read() >= 0) {
        // The parent never writes.
      }
    } catch (IOException e) {
      // As good as the end.
    }
    Runtime.getRuntime().halt(0);
  }
}
