package org.maraude.benchmarks.crawl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.maraude.benchmarks.process.BrokerProgram;
import org.maraude.benchmarks.process.ChildProcess;
import org.maraude.benchmarks.process.CrawlerProgram;
import org.maraude.benchmarks.web.PageServerProgram;
import org.maraude.benchmarks.web.Served;
import org.maraude.benchmarks.web.SiteFiles;

/**
 * {@code CrawlBenchmark [SECONDS] [PARTITIONS] [COMMIT-MS]}: 200 hosts with 500 ads each and no
 * delay, read by this crawler and then, where it is installed, by Scrapy. The page server, the
 * broker and the crawler share the machine.
 */
public final class CrawlBenchmark {

  private static final int HOSTS = 200;
  private static final int ADS = 500;
  private static final Duration WARM_UP = Duration.ofSeconds(20);
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final String POLITENESS = "delay: 0s\nrevisit: {min: 1h, max: 24h}\n";

  private final Path work;
  private final Duration window;
  private final int partitions;
  private final Duration commit;

  private CrawlBenchmark(Path work, Duration window, int partitions, Duration commit) {
    this.work = work;
    this.window = window;
    this.partitions = partitions;
    this.commit = commit;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    System.setProperty("logback.configurationFile", "org/maraude/standalone/logback-quiet.xml");
    var window = Duration.ofSeconds(args.length > 0 ? Integer.parseInt(args[0]) : 90);
    int partitions = args.length > 1 ? Integer.parseInt(args[1]) : 32;
    var commit = Duration.ofMillis(args.length > 2 ? Integer.parseInt(args[2]) : 100);
    var work = Files.createTempDirectory("maraude-crawl-");
    System.out.printf(
        "%d hosts with %d ads each, no delay; %d partitions, commits every %d ms; files in %s%n",
        HOSTS, ADS, partitions, commit.toMillis(), work);
    new CrawlBenchmark(work, window, partitions, commit).run();
  }

  private void run() throws IOException, InterruptedException {
    var addresses = work.resolve("addresses");
    try (var pages = ManyAds.start(HOSTS, ADS, addresses, work.resolve("pages.log"))) {
      var served = PageServerProgram.awaitReady(pages);
      SiteFiles.write(work.resolve("sites"), Files.readAllLines(addresses), POLITENESS);
      var ours = ours(served, pages);
      CrawlTable.print("Maraude", List.of("crawler", "broker", "page server"), ours);
      var theirs = new ScrapyRun(work, window).run(served, pages);
      if (theirs.isPresent()) {
        CrawlTable.print("Scrapy", List.of("Scrapy", "page server"), theirs.get());
        System.out.printf(
            Locale.ROOT,
            "Maraude reads %.2f times as many pages a second%n",
            ours.steady().perSecond() / theirs.get().steady().perSecond());
      }
    }
  }

  private Measured ours(Served served, ChildProcess pages) throws InterruptedException {
    try (var broker = BrokerProgram.start(work)) {
      var kafka = BrokerProgram.awaitReady(broker);
      var settings =
          new CrawlerProgram.Settings(
              kafka, work, work.resolve("sites"), "crawler", partitions, LEASE, commit);
      Measured measured;
      try (var crawler = CrawlerProgram.start(settings, options())) {
        CrawlerProgram.awaitReady(crawler);
        measured =
            Measured.over(
                served, List.of(crawler, broker, pages), crawler, WARM_UP, window, HOSTS * ADS);
      }
      PublishedAds.of(kafka).print();
      return measured;
    }
  }

  private List<String> options() {
    var options = new ArrayList<>(List.of("-Xmx768m", "-XX:+UseSerialGC"));
    var more = System.getProperty("crawler.options", "");
    if (!more.isBlank()) {
      options.addAll(List.of(more.replace("WORK", work.toString()).split(" ")));
    }
    return options;
  }
}
