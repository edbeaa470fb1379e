package org.maraude.benchmarks.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.maraude.analyzer.Analyzer;
import org.maraude.analyzer.AnalyzerConfig;

/** One analyzer in a process of its own. */
public final class AnalyzerProgram {

  private static final String READY = "ready";

  /**
   * What it is started with.
   *
   * @param work for stores, keys and the log; instances over one broker share it
   * @param sole whether it is the only instance
   */
  public record Settings(
      String bootstrapServers,
      Path work,
      String instanceId,
      int partitions,
      boolean sole,
      Duration commitInterval) {

    private List<String> arguments() {
      return List.of(
          bootstrapServers,
          work.toString(),
          instanceId,
          Integer.toString(partitions),
          Boolean.toString(sole),
          Long.toString(commitInterval.toMillis()));
    }

    private static Settings parse(String[] args) {
      return new Settings(
          args[0],
          Path.of(args[1]),
          args[2],
          Integer.parseInt(args[3]),
          Boolean.parseBoolean(args[4]),
          Duration.ofMillis(Long.parseLong(args[5])));
    }

    private AnalyzerConfig config() {
      return AnalyzerConfig.of(bootstrapServers, work.resolve(instanceId), work.resolve("keys"))
          .withInstanceId(instanceId)
          .withTopics(partitions, (short) 1)
          .withSoleInstance(sole)
          .withCommitInterval(commitInterval);
    }
  }

  private AnalyzerProgram() {}

  public static void main(String[] args) throws InterruptedException {
    System.setProperty("logback.configurationFile", "org/maraude/standalone/logback-service.xml");
    Lifeline.hold();
    var analyzer = Analyzer.start(Settings.parse(args).config());
    Runtime.getRuntime().addShutdownHook(new Thread(analyzer::close, "stop"));
    System.out.println(READY);
    new CountDownLatch(1).await();
  }

  /** Starts one. */
  public static ChildProcess start(Settings settings) {
    return ChildProcess.java(
        AnalyzerProgram.class,
        List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
        settings.arguments(),
        settings.work().resolve(settings.instanceId() + ".log"));
  }

  /** Waits until it has begun. */
  public static void awaitReady(ChildProcess analyzer) {
    analyzer.awaitLine(READY);
  }
}
