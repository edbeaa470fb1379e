package org.maraude.benchmarks.politeness;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;

/**
 * The long form: {@code PolitenessBenchmark [SECONDS] [SEED] [HOSTS]}, five minutes by default, ten
 * at most.
 */
public final class PolitenessBenchmark {

  private static final int MOST_SECONDS = 480;

  private PolitenessBenchmark() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    System.setProperty("logback.configurationFile", "org/maraude/standalone/logback-quiet.xml");
    int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 300;
    long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
    int hosts = args.length > 2 ? Integer.parseInt(args[2]) : 200;
    var rough =
        new Step.Roughness(
            Duration.ofSeconds(4), Duration.ofSeconds(20), Duration.ofSeconds(30), true);
    var size =
        new PolitenessRig.Size(
            hosts,
            20,
            3,
            Duration.ofSeconds(Math.min(seconds, MOST_SECONDS)),
            rough,
            Duration.ofSeconds(100),
            seed);
    var work = Files.createTempDirectory("maraude-politeness-");
    var outcome = new PolitenessRig(work, size).run();
    outcome.print();
    System.out.println(
        outcome.good()
            ? "every gap kept, nothing lost, nothing doubled"
            : "a rule was BROKEN; files in " + work);
    System.exit(outcome.good() ? 0 : 1);
  }
}
