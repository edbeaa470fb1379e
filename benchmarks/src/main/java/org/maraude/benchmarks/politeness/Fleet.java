package org.maraude.benchmarks.politeness;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.maraude.benchmarks.process.ChildProcess;
import org.maraude.benchmarks.process.CrawlerProgram;

/** The crawlers, each a process with an instance id and stores of its own. One thread. */
final class Fleet implements AutoCloseable {

  /** Short for the rig's patience; the longest Retry-After of its hosts fits into it. */
  static final Duration LEASE = Duration.ofSeconds(10);

  private static final int PARTITIONS = 8;
  private static final Duration COMMIT = Duration.ofMillis(50);
  private static final List<String> OPTIONS =
      List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private final String bootstrapServers;
  private final Path work;
  private final List<ChildProcess> crawlers = new ArrayList<>();
  private int kills;
  private int suspensions;

  /** Starts them all and waits until each has begun. */
  Fleet(String bootstrapServers, Path work, int number) {
    this.bootstrapServers = bootstrapServers;
    this.work = work;
    for (int crawler = 0; crawler < number; crawler++) {
      crawlers.add(start(crawler));
    }
    crawlers.forEach(CrawlerProgram::awaitReady);
  }

  private ChildProcess start(int crawler) {
    var settings =
        new CrawlerProgram.Settings(
            bootstrapServers,
            work,
            work.resolve("sites"),
            "crawler-" + (crawler + 1),
            PARTITIONS,
            LEASE,
            COMMIT);
    return CrawlerProgram.start(settings, OPTIONS);
  }

  void carryOut(Step step) throws InterruptedException {
    var process = crawlers.get(step.crawler());
    switch (step.act()) {
      case KILL -> {
        refuseDead(step.crawler());
        process.kill();
        kills++;
      }
      case START -> crawlers.set(step.crawler(), start(step.crawler()));
      case SUSPEND -> {
        refuseDead(step.crawler());
        process.suspend();
        suspensions++;
      }
      case RESUME -> process.resume();
    }
  }

  private void refuseDead(int crawler) {
    if (!crawlers.get(crawler).isAlive()) {
      throw new IllegalStateException(
          "crawler-%d ended by itself; see its log in %s".formatted(crawler + 1, work));
    }
  }

  int kills() {
    return kills;
  }

  int suspensions() {
    return suspensions;
  }

  /** Ends all at once. */
  @Override
  public void close() {
    for (var crawler : crawlers) {
      try {
        crawler.kill();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
