package org.maraude.benchmarks.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;

/**
 * One analyzer and then two, killed again and again while they assess: {@code
 * AnalyzerCrashBenchmark [ADS] [KILLS]}. Ends with 1 unless each ad was told and counted once, with
 * the content and the links that all ads together give it.
 */
public final class AnalyzerCrashBenchmark {

  private static final Duration LATEST_KILL = Duration.ofMillis(600);

  private AnalyzerCrashBenchmark() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    System.setProperty("logback.configurationFile", "org/maraude/standalone/logback-quiet.xml");
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 2_000;
    int kills = args.length > 1 ? Integer.parseInt(args[1]) : 2;
    var ads = InventedAds.of(7, count);
    var work = Files.createTempDirectory("maraude-analyzer-crash-");
    var expected = AssessedAds.expectedOf(ads, work.resolve("keys"));
    boolean good = true;
    for (int instances = 1; instances <= 2; instances++) {
      var folder = work.resolve("killed-" + instances);
      var rest = new AnalyzerRig(folder, ads, instances, 1 + instances, LATEST_KILL).run(kills);
      boolean same =
          rest.assessed().repeated().isEmpty()
              && rest.assessed().ads().equals(expected.ads())
              && rest.counted() == count;
      System.out.printf(
          "| %d analyzers | ads told at each kill: %s | %s |%n",
          instances, rest.killedAt(), same ? "as undisturbed" : "NOT as undisturbed");
      good &= same;
    }
    System.out.println(good ? "nothing lost, nothing doubled" : "NOT the same; files in " + work);
    System.exit(good ? 0 : 1);
  }
}
