package org.maraude.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.maraude.crawler.Crawler;
import org.maraude.crawler.CrawlerConfig;
import org.maraude.crawler.fetch.CrawlerIdentity;
import org.maraude.crawler.site.SiteFile;
import org.maraude.crawler.site.SiteFileReader;

/** One crawler in a process of its own. */
public final class CrawlerProgram {

  private static final String READY = "ready";

  /**
   * What it is started with.
   *
   * @param work for stores and the log
   * @param sites a folder of site files
   */
  public record Settings(
      String bootstrapServers,
      Path work,
      Path sites,
      String instanceId,
      int partitions,
      Duration lease,
      Duration commitInterval) {

    private List<String> arguments() {
      return List.of(
          bootstrapServers,
          work.toString(),
          sites.toString(),
          instanceId,
          Integer.toString(partitions),
          Long.toString(lease.toMillis()),
          Long.toString(commitInterval.toMillis()));
    }

    private static Settings parse(String[] args) {
      return new Settings(
          args[0],
          Path.of(args[1]),
          Path.of(args[2]),
          args[3],
          Integer.parseInt(args[4]),
          Duration.ofMillis(Long.parseLong(args[5])),
          Duration.ofMillis(Long.parseLong(args[6])));
    }

    private CrawlerConfig config() {
      var who = new CrawlerIdentity("Benchmark", "https://example.org/", "bench@example.org");
      return CrawlerConfig.of(bootstrapServers, work.resolve(instanceId), siteFiles(sites), who)
          .withInstanceId(instanceId)
          .withPartitions(partitions)
          .withLease(lease)
          .withCommitInterval(commitInterval);
    }
  }

  private CrawlerProgram() {}

  public static void main(String[] args) throws InterruptedException {
    System.setProperty("logback.configurationFile", "org/maraude/standalone/logback-service.xml");
    Lifeline.hold();
    var crawler = Crawler.start(Settings.parse(args).config());
    Runtime.getRuntime().addShutdownHook(new Thread(crawler::close, "stop"));
    System.out.println(READY);
    new CountDownLatch(1).await();
  }

  private static List<SiteFile> siteFiles(Path folder) {
    try (var files = Files.list(folder)) {
      return files.sorted().map(SiteFileReader::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts one. */
  public static ChildProcess start(Settings settings, List<String> options) {
    return ChildProcess.java(
        CrawlerProgram.class,
        options,
        settings.arguments(),
        settings.work().resolve(settings.instanceId() + ".log"));
  }

  /** Waits until it has begun. */
  public static void awaitReady(ChildProcess crawler) {
    crawler.awaitLine(READY);
  }
}
