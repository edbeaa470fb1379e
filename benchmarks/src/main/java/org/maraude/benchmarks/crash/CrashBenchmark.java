package org.maraude.benchmarks.crash;

import java.io.IOException;
import java.nio.file.Files;

/** The long form: {@code CrashBenchmark [KILLS] [SEED]}, ten kills by default. */
public final class CrashBenchmark {

  private CrashBenchmark() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    System.setProperty("logback.configurationFile", "org/maraude/standalone/logback-quiet.xml");
    int kills = args.length > 0 ? Integer.parseInt(args[0]) : 10;
    long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
    var work = Files.createTempDirectory("maraude-crash-");
    var outcome = new CrashRig(work, seed).run(kills);
    System.out.printf("| %-28s | %s |%n", "kills (seconds after start)", outcome.killedAfter());
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
