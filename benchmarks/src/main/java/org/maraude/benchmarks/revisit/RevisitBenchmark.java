package org.maraude.benchmarks.revisit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * {@code RevisitBenchmark [DAYS] [SEED]}: minutes from posting to event and requests per new ad,
 * over a simulated month of three sites, ours beside a fixed interval of 30 minutes. The first
 * reading of a site, which costs both the same, is over before the month begins.
 */
public final class RevisitBenchmark {

  /** What both did to one site. */
  record Comparison(SimulatedSite.Kind kind, Tally ours, Tally fixed) {

    /** Our requests for each of the other's. */
    double requests() {
      return (double) ours.requests() / fixed.requests();
    }
  }

  static final List<SimulatedSite.Kind> KINDS =
      List.of(
          new SimulatedSite.Kind("busy", 200, 20, 25),
          new SimulatedSite.Kind("medium", 40, 30, 25),
          new SimulatedSite.Kind("quiet", 4, 90, 25));

  private static final Instant BEGIN = Instant.parse("2026-11-01T00:00:00Z");
  private static final Duration FIRST_READING = Duration.ofDays(1);

  private RevisitBenchmark() {}

  public static void main(String[] args) throws IOException {
    System.setProperty("logback.configurationFile", "org/maraude/standalone/logback-quiet.xml");
    int days = args.length > 0 ? Integer.parseInt(args[0]) : 30;
    long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
    var work = Files.createTempDirectory("maraude-revisit-");
    System.out.printf(
        "| %-6s | %-8s | %8s | %7s | %10s | %6s | %6s | %6s | %10s |%n",
        "site",
        "crawler",
        "requests",
        "new ads",
        "req/new ad",
        "mean",
        "median",
        "p90",
        "gone after");
    for (var kind : KINDS) {
      var both = compare(kind, days, seed, work);
      row(kind.name(), "ours", both.ours());
      row("", "fixed", both.fixed());
      System.out.printf(
          "| %-6s | %-8s | %8.3f | %7s | %10s | %6.2f | %6.2f | %6.2f | %10s |%n",
          "",
          "ratio",
          both.requests(),
          "",
          "",
          both.ours().meanWait() / both.fixed().meanWait(),
          both.ours().waitOf(0.5) / both.fixed().waitOf(0.5),
          both.ours().waitOf(0.9) / both.fixed().waitOf(0.9),
          "");
    }
    System.out.println("mean, median, p90: minutes from posting to event; gone after: hours");
  }

  private static void row(String site, String crawler, Tally tally) {
    System.out.printf(
        "| %-6s | %-8s | %8d | %7d | %10.1f | %6.1f | %6.1f | %6.1f | %10.1f |%n",
        site,
        crawler,
        tally.requests(),
        tally.ads(),
        (double) tally.requests() / tally.ads(),
        tally.meanWait(),
        tally.waitOf(0.5),
        tally.waitOf(0.9),
        tally.meanGoneAfter());
  }

  static Comparison compare(SimulatedSite.Kind kind, int days, long seed, Path work) {
    var from = BEGIN.plus(FIRST_READING);
    var to = from.plus(Duration.ofDays(days));
    var ours = AdaptivePolling.run(new SimulatedSite(kind, BEGIN, to, seed), BEGIN, from, to, work);
    var fixed = FixedPolling.run(new SimulatedSite(kind, BEGIN, to, seed), BEGIN, from, to);
    return new Comparison(kind, ours, fixed);
  }
}
