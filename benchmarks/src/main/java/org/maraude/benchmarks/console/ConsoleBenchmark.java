package org.maraude.benchmarks.console;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.maraude.benchmarks.process.BrokerProgram;
import org.maraude.benchmarks.process.DashboardProgram;
import org.maraude.dashboard.accounts.Accounts;
import org.maraude.dashboard.accounts.Role;
import org.maraude.embedded.EmbeddedPostgres;
import org.maraude.events.assessment.Assessment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * {@code ConsoleBenchmark [SECONDS] [ADS] [OPEN] [REVIEWERS] [SATURATED-SECONDS]}: 120 s, 1,000,000
 * ads of which 50,000 are open, 50 people by default, then 20 s of the same without think time.
 * Prints a table each, and the plan of every query that took longer than the shortest aim. Filling
 * takes some minutes and 4 GB in the folder of temporary files, which are deleted at the end.
 */
public final class ConsoleBenchmark {

  private static final long SEED = 2026;
  private static final Duration LOG_IN_WITHIN = Duration.ofSeconds(20);
  private static final Duration SINK_WITHIN = Duration.ofSeconds(90);
  private static final int WARM_UP_SECONDS = 15;
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

  private record Login(String name, String password) {}

  public static void main(String[] args) throws Exception {
    System.setProperty("logback.configurationFile", "org/maraude/standalone/logback-quiet.xml");
    var sizes = new int[] {120, 1_000_000, 50_000, 50, 20};
    for (int i = 0; i < Math.min(args.length, sizes.length); i++) {
      sizes[i] = Integer.parseInt(args[i]);
    }
    var work = Files.createTempDirectory("maraude-console-");
    boolean good;
    try {
      good = new ConsoleBenchmark(work, sizes).run();
    } finally {
      delete(work);
    }
    System.exit(good ? 0 : 1);
  }

  private boolean run() throws IOException, InterruptedException, ExecutionException {
    var password = work.resolve("password");
    Files.writeString(password, "benchmark-only");
    var plans = new SlowPlans(work.resolve("server-log"));
    var templates = Templates.of(SEED, work.resolve("keys"));
    List<Login> logins;
    try (var broker = BrokerProgram.start(work)) {
      var bootstrap = BrokerProgram.awaitReady(broker);
      try (var postgres = EmbeddedPostgres.start(work.resolve("data"), password)) {
        logins = filled(postgres, bootstrap, templates, plans);
      }
      try (var postgres = EmbeddedPostgres.start(work.resolve("data"), password);
          var dashboard = DashboardProgram.start(settings(postgres, bootstrap))) {
        var house = DashboardProgram.awaitReady(dashboard);
        var words = words(templates);
        warmUp(house, logins, words);
        boolean good;
        try {
          good = shift(house, logins, words, Reviewer.Pace.OF_PEOPLE, seconds);
          plans.slowest().forEach(plan -> System.out.println("\nSlow query: " + plan));
        } finally {
          shift(house, logins, words, Reviewer.Pace.NONE, saturatedSeconds);
        }
        System.out.printf(
            "%nDashboard: %s of processor time, %d MB at most.%n",
            dashboard.processorTime(), dashboard.peakMemory() >> 20);
        return good;
      }
    }
  }

  private List<Login> filled(
      EmbeddedPostgres postgres, String bootstrap, List<Assessment> templates, SlowPlans plans) {
    try (var dashboard = DashboardProgram.start(settings(postgres, bootstrap))) {
      DashboardProgram.awaitReady(dashboard);
      Templates.publish(templates, bootstrap);
      awaitItems(JdbcClient.create(database(postgres)), templates.size());
    }
    var connection =
        new SingleConnectionDataSource(
            postgres.jdbcUrl(EmbeddedPostgres.DATABASE),
            postgres.user(),
            postgres.password(),
            true);
    try {
      var sql = JdbcClient.create(connection);
      long begin = System.nanoTime();
      new FilledQueues(sql, ConsoleBenchmark::progress).fill(ads, open, Instant.now());
      System.err.println();
      var logins = logins(connection, sql);
      plans.ask(sql, Operation.CLAIM.aimMillis());
      System.out.printf(
          "%,d items, %,d of them open, from %,d assessed ads, in %d s; %s%n",
          ads,
          open,
          templates.size(),
          (System.nanoTime() - begin) / 1_000_000_000,
          sql.sql("select pg_size_pretty(pg_database_size(current_database()))")
              .query(String.class)
              .single());
      return logins;
    } finally {
      connection.destroy();
    }
  }

  private List<Login> logins(SingleConnectionDataSource connection, JdbcClient sql) {
    var accounts = Accounts.over(connection, Clock.systemUTC(), new SecureRandom());
    var logins = new ArrayList<Login>();
    for (int i = 0; i < reviewers; i++) {
      var login = new Login("reviewer-" + i, "lantern bridge " + i + " quiet harbour");
      accounts.createUser(login.name(), login.password(), Set.of(Role.OUTREACH));
      logins.add(login);
    }
    sql.sql("update users set second_factor_due = false").update();
    return logins;
  }

  /** The first pages of a program that has just started are no one's working day. */
  private void warmUp(URI house, List<Login> logins, List<String> words)
      throws InterruptedException, ExecutionException {
    work(house, logins.subList(0, 2), words, Reviewer.Pace.NONE, WARM_UP_SECONDS);
  }

  private boolean shift(
      URI house, List<Login> logins, List<String> words, Reviewer.Pace pace, int length)
      throws InterruptedException, ExecutionException {
    var timings = work(house, logins, words, pace, length);
    System.out.printf(
        "%n%d people, %d s, %s; milliseconds:%n%n%s", logins.size(), length, pace, timings.table());
    return timings.good();
  }

  private Timings work(
      URI house, List<Login> logins, List<String> words, Reviewer.Pace pace, int length)
      throws InterruptedException, ExecutionException {
    var timings = new Timings();
    var random = new SplittableRandom(SEED);
    long end = System.nanoTime() + Duration.ofSeconds(length).toNanos();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var people = new ArrayList<Callable<Boolean>>();
      for (var login : logins) {
        var own = random.split();
        people.add(() -> {
          // People do not arrive in one second.
          if (pace.listTo() > 0) {
            Thread.sleep(own.nextLong(Math.min(LOG_IN_WITHIN.toMillis(), length * 1000L / 4)));
          }
          new Reviewer(house, timings, words, pace, end, own).work(login.name(), login.password());
          return true;
        });
      }
      for (var person : threads.invokeAll(people)) {
        person.get();
      }
    }
    return timings;
  }

  private DashboardProgram.Settings settings(EmbeddedPostgres postgres, String bootstrap) {
    return new DashboardProgram.Settings(
        work,
        bootstrap,
        postgres.jdbcUrl(EmbeddedPostgres.DATABASE),
        postgres.user(),
        postgres.password(),
        0);
  }

  private static DriverManagerDataSource database(EmbeddedPostgres postgres) {
    return new DriverManagerDataSource(
        postgres.jdbcUrl(EmbeddedPostgres.DATABASE), postgres.user(), postgres.password());
  }

  private static void awaitItems(JdbcClient sql, int count) {
    var deadline = Instant.now().plus(SINK_WITHIN);
    while (sql.sql("select count(*) from items").query(Integer.class).single() < count) {
      if (Instant.now().isAfter(deadline)) {
        throw new IllegalStateException("the sink did not take " + count + " ads in time");
      }
      progress("the sink takes " + count + " ads");
      java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
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

  private static void progress(String how) {
    System.err.print("\r" + how + "          ");
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
