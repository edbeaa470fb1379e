package org.maraude.benchmarks.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;

/** The long form: {@code CrashBenchmark [KILLS] [SEED]}, ten kills by default. */
public final class CrashBenchmark {

  // About as long as a whole crawl takes from a cold start, so that kills fall into all of it.
  private static final Duration LATEST_KILL = Duration.ofSeconds(25);

  private CrashBenchmark() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    System.setProperty("logback.configurationFile", "org/maraude/standalone/logback-quiet.xml");
    int kills = args.length > 0 ? Integer.parseInt(args[0]) : 10;
    long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
    var work = Files.createTempDirectory("maraude-crash-");
    var outcome = new CrashRig(work, seed, LATEST_KILL).run(kills);
    System.out.printf("| %-28s | %s |%n", "kills (after the start)", outcome.kills());
    System.out.printf("| %-28s | %d |%n", "ads", outcome.ads());
    System.out.printf("| %-28s | %d |%n", "flagged", outcome.flagged());
    System.out.printf("| %-28s | %s |%n", "at rest after the last start", outcome.returned());
    System.out.printf("| %-28s | %s |%n", "missing or different", outcome.missing());
    System.out.printf("| %-28s | %s |%n", "extra", outcome.extra());
    System.out.printf("| %-28s | %s |%n", "told more than once", outcome.repeated());
    System.out.printf("| %-28s | %s |%n", "queue differs", outcome.unqueued());
    boolean good =
        outcome.missing().isEmpty()
            && outcome.extra().isEmpty()
            && outcome.repeated().isEmpty()
            && outcome.unqueued().isEmpty();
    System.out.println(good ? "nothing lost, nothing doubled" : "NOT the same; files in " + work);
    System.exit(good ? 0 : 1);
  }
}
