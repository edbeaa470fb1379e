package org.maraude.benchmarks.crash;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.maraude.crawler.fetch.CrawlerIdentity;
import org.maraude.crawler.site.SiteFileReader;
import org.maraude.standalone.folder.DataFolder;
import org.maraude.standalone.installation.Installation;
import org.maraude.standalone.installation.InstallationConfig;

/** The program that is killed: a whole installation over one site, told on standard output. */
final class Victim {

  /** What stands before the broker's address on the line that says that everything is up. */
  static final String READY = "ready ";

  private static final Duration COMMIT = Duration.ofMillis(20);

  private Victim() {}

  /** Arguments: the data folder and the site file. */
  public static void main(String[] args) throws InterruptedException {
    // Standard output is for the rig alone, and nobody reads it after the first line.
    System.setProperty("logback.configurationFile", "org/maraude/standalone/logback-service.xml");
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    var config =
        new InstallationConfig(
            DataFolder.openOrCreate(Path.of(args[0])),
            List.of(SiteFileReader.read(Path.of(args[1]))),
            new CrawlerIdentity("Test", "http://example.org/", "test@example.org"),
            Optional.empty(),
            Optional.empty(),
            0,
            true,
            COMMIT,
            Clock.systemUTC());
    var installation = new Installation(config, (part, took) -> {});
    Runtime.getRuntime().addShutdownHook(new Thread(installation::close, "stop"));
    System.out.println(READY + installation.start().bootstrapServers());
    new CountDownLatch(1).await();
  }
}
