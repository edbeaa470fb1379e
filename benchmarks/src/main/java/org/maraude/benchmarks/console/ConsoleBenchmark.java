package org.maraude.benchmarks.console;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.maraude.benchmarks.process.BrokerProgram;
import org.maraude.benchmarks.process.DashboardProgram;
import org.maraude.embedded.EmbeddedPostgres;
import org.maraude.events.assessment.Assessment;

/**
 * {@code ConsoleBenchmark [SECONDS] [ADS] [OPEN] [REVIEWERS] [SATURATED-SECONDS]}: 120 s, 1,000,000
 * ads of which 50,000 are open, 50 people by default, then 20 s of the same without think time.
 * Prints a table each, and the plan of every query that took longer than the shortest aim. Filling
 * takes some minutes and 4 GB in the folder of temporary files, which are deleted at the end; with
 * {@code -Dkeep=FOLDER} they lie there, and a second run goes on with what the first one left; 0 s
 * only fill.
 */
public final class ConsoleBenchmark {

  private static final long SEED = 2026;
  private static final Duration LOG_IN_WITHIN = Duration.ofSeconds(15);
  private static final int WARM_UP_SECONDS = 90;
  private static final int FIRST_PEOPLE = 4;
  private static final int SETTLES_WITHIN_SECONDS = 25;
  private static final int WORDS = 2_000;
  private static final int SHORTEST_WORD = 4;

  private final Path work;
  private final int seconds;
  private final int ads;
  private final int open;
  private final int reviewers;
  private final int saturatedSeconds;

  private ConsoleBenchmark(Path work, int[] sizes) {
    this.work = work;
    this.seconds = sizes[0];
    this.ads = sizes[1];
    this.open = sizes[2];
    this.reviewers = sizes[3];
    this.saturatedSeconds = sizes[4];
  }

  public static void main(String[] args) throws Exception {
    System.setProperty("logback.configurationFile", "org/maraude/standalone/logback-quiet.xml");
    var sizes = new int[] {120, 1_000_000, 50_000, 50, 20};
    for (int i = 0; i < Math.min(args.length, sizes.length); i++) {
      sizes[i] = Integer.parseInt(args[i]);
    }
    var kept = System.getProperty("keep");
    var work =
        kept == null
            ? Files.createTempDirectory("maraude-console-")
            : Files.createDirectories(Path.of(kept).toAbsolutePath());
    boolean good;
    try {
      good = new ConsoleBenchmark(work, sizes).run();
    } finally {
      if (kept == null) {
        delete(work);
      }
    }
    System.exit(good ? 0 : 1);
  }

  private boolean run() throws IOException, InterruptedException, ExecutionException {
    var password = work.resolve("password");
    Files.writeString(password, "benchmark-only");
    var plans = new SlowPlans(work.resolve("server-log"));
    var templates = Templates.of(SEED, work.resolve("keys"));
    plans.forget();
    var filling = new Filling(work, ads, open, reviewers);
    try (var broker = BrokerProgram.start(work)) {
      var bootstrap = BrokerProgram.awaitReady(broker);
      if (!filling.isOver()) {
        filling.fill(password, bootstrap, templates, plans);
      }
      if (seconds == 0) {
        return true;
      }
      try (var postgres = EmbeddedPostgres.start(work.resolve("data"), password);
          var dashboard =
              DashboardProgram.start(filling.settings(postgres, bootstrap), options())) {
        var house = DashboardProgram.awaitReady(dashboard);
        var words = words(templates);
        var logins = filling.logins();
        warmUp(house, logins, words);
        boolean good;
        try {
          good = shift(house, logins, words, Reviewer.Pace.OF_PEOPLE, seconds);
          plans.slowest().forEach(plan -> System.out.println("\nSlow query: " + plan));
        } finally {
          if (saturatedSeconds > 0) {
            shift(house, logins, words, Reviewer.Pace.NONE, saturatedSeconds);
          }
        }
        System.out.printf(
            "%nDashboard: %s of processor time, %d MB at most.%n",
            dashboard.processorTime(), dashboard.peakMemory() >> 20);
        return good;
      }
    }
  }

  /** The first pages of a program that has just started are no one's working day. */
  private void warmUp(URI house, List<Login> logins, List<String> words)
      throws InterruptedException, ExecutionException {
    work(
        house,
        logins.subList(0, Math.min(FIRST_PEOPLE, logins.size())),
        words,
        Reviewer.Pace.NONE,
        0,
        WARM_UP_SECONDS);
  }

  private boolean shift(
      URI house, List<Login> logins, List<String> words, Reviewer.Pace pace, int length)
      throws InterruptedException, ExecutionException {
    System.err.println("people arrive");
    var timings = work(house, logins, words, pace, SETTLES_WITHIN_SECONDS, length);
    System.out.printf(
        "%n%d people, %d s, %s; milliseconds:%n%n%s", logins.size(), length, pace, timings.table());
    return timings.good();
  }

  /**
   * @param before for so long people arrive and work without being measured, in seconds
   * @param length of what is measured then, in seconds
   */
  private Timings work(
      URI house, List<Login> logins, List<String> words, Reviewer.Pace pace, int before, int length)
      throws InterruptedException, ExecutionException {
    long begin = System.nanoTime() + Duration.ofSeconds(before).toNanos();
    long end = begin + Duration.ofSeconds(length).toNanos();
    var timings = new Timings(begin, end);
    var random = new SplittableRandom(SEED);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var people = new ArrayList<Callable<Boolean>>();
      for (var login : logins) {
        var own = random.split();
        people.add(() -> {
          // People do not arrive in one second.
          if (before > 0) {
            Thread.sleep(own.nextLong(LOG_IN_WITHIN.toMillis()));
          }
          try (var browsing = new Browsing(house, timings, end, own)) {
            new Reviewer(browsing, words, pace, own).work(login);
          }
          return true;
        });
      }
      for (var person : threads.invokeAll(people)) {
        person.get();
      }
    }
    return timings;
  }

  private List<String> options() {
    var options = new ArrayList<>(List.of("-Xmx1g"));
    var more = System.getProperty("dashboard.options", "");
    if (!more.isBlank()) {
      options.addAll(List.of(more.replace("WORK", work.toString()).split(" ")));
    }
    return options;
  }

  /** As often as they stand in the ads, so that common ones are asked for more. */
  private static List<String> words(List<Assessment> templates) {
    var random = new SplittableRandom(SEED);
    var words = new ArrayList<String>();
    while (words.size() < WORDS) {
      var body = templates.get(random.nextInt(templates.size())).body().split("[^\\p{L}]+");
      var word = body[random.nextInt(body.length)];
      if (word.length() >= SHORTEST_WORD) {
        words.add(word);
      }
    }
    return words;
  }

  static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
