package org.maraude.benchmarks.process;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.maraude.dashboard.Dashboard;
import org.maraude.dashboard.DashboardConfig;

/** A dashboard in a process of its own, on the loopback address. */
public final class DashboardProgram {

  private static final String READY = "ready ";

  private DashboardProgram() {}

  /**
   * What it is started with.
   *
   * @param work for keys and the log
   * @param jdbcUrl of a database of this machine
   * @param port 0 takes a free one
   */
  public record Settings(
      Path work, String bootstrapServers, String jdbcUrl, String user, String password, int port) {

    private List<String> arguments() {
      return List.of(
          work.toString(), bootstrapServers, jdbcUrl, user, password, Integer.toString(port));
    }

    private static Settings parse(String[] args) {
      return new Settings(
          Path.of(args[0]), args[1], args[2], args[3], args[4], Integer.parseInt(args[5]));
    }

    private DashboardConfig config() {
      return new DashboardConfig(
          bootstrapServers,
          jdbcUrl,
          user,
          password,
          keys(),
          work.resolve("secrets"),
          port,
          true,
          1,
          "dashboard-benchmark",
          Clock.systemUTC());
    }

    /** Where its keys lie. */
    public Path keys() {
      return work.resolve("keys");
    }
  }

  public static void main(String[] args) throws InterruptedException {
    System.setProperty("logback.configurationFile", "org/maraude/standalone/logback-quiet.xml");
    Lifeline.hold();
    var dashboard = Dashboard.start(Settings.parse(args).config());
    Runtime.getRuntime().addShutdownHook(new Thread(dashboard::close, "stop"));
    System.out.println(READY + dashboard.url());
    new CountDownLatch(1).await();
  }

  public static ChildProcess start(Settings settings) {
    return start(settings, List.of("-Xmx1g"));
  }

  /** Starts it with these options of the JVM. */
  public static ChildProcess start(Settings settings, List<String> options) {
    return ChildProcess.java(
        DashboardProgram.class,
        options,
        settings.arguments(),
        settings.work().resolve("dashboard.log"));
  }

  /** Waits until it answers and returns where. */
  public static URI awaitReady(ChildProcess dashboard) {
    return URI.create(dashboard.awaitLine(READY));
  }
}
