package org.maraude.benchmarks.crawl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.maraude.benchmarks.process.ChildProcess;
import org.maraude.benchmarks.web.Served;

/** The same hosts read by Scrapy, with its own defaults but without delay, throttle and log. */
final class ScrapyRun {

  private static final String SPIDER = "ads_spider.py";
  private static final Duration WARM_UP = Duration.ofSeconds(10);

  private final Path work;
  private final Duration window;

  ScrapyRun(Path work, Duration window) {
    this.work = work;
    this.window = window;
  }

  /** Runs it; empty, and said aloud, where it is not installed. */
  Optional<Measured> run(Served served, ChildProcess pages)
      throws IOException, InterruptedException {
    if (!Boolean.parseBoolean(System.getProperty("scrapy", "true"))) {
      System.out.println("Scrapy is left out, as -Dscrapy=false asks");
      return Optional.empty();
    }
    if (!installed()) {
      System.out.println(
          "Scrapy is not installed (Debian: python3-scrapy), so there is nothing to compare");
      return Optional.empty();
    }
    var spider = work.resolve(SPIDER);
    try (InputStream own = ScrapyRun.class.getResourceAsStream(SPIDER)) {
      if (own == null) {
        throw new IllegalStateException(SPIDER + " is missing from the class path");
      }
      Files.copy(own, spider, StandardCopyOption.REPLACE_EXISTING);
    }
    var items = work.resolve("scrapy.jsonl");
    var command =
        List.of(
            "scrapy",
            "runspider",
            spider.toString(),
            "-a",
            "addresses=" + work.resolve("addresses"),
            "-o",
            items.toString(),
            "-s",
            "CLOSESPIDER_TIMEOUT=" + WARM_UP.plus(window).plusSeconds(10).toSeconds());
    Measured measured;
    try (var scrapy = ChildProcess.start("Scrapy", command, work.resolve("scrapy.log"))) {
      measured =
          Measured.over(served, List.of(scrapy, pages), scrapy, WARM_UP, window, Long.MAX_VALUE);
    }
    try (var lines = Files.lines(items)) {
      System.out.printf("Scrapy wrote %d ads%n", lines.count());
    }
    return Optional.of(measured);
  }

  private static boolean installed() throws InterruptedException {
    try {
      var asked = new ProcessBuilder("scrapy", "version").redirectErrorStream(true).start();
      asked.getInputStream().readAllBytes();
      return asked.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
