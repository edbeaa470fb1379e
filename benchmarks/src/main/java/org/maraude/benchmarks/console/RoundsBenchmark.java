package org.maraude.benchmarks.console;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * {@code RoundsBenchmark [SECONDS] [ATTEMPTS] [CASES] [WORKERS]}: 90 s, 200,000 attempts, 20,000
 * cases and 30 people on rounds by default, one in ten a lead. Prints a table and the plan of every
 * slow query. {@code -Dkeep=FOLDER} keeps what was filled, for another run; 0 s only fill.
 */
public final class RoundsBenchmark {

  private static final long SEED = 2026;
  private static final int ADS = 100_000;
  private static final int OPEN = 5_000;
  private static final int LEAD_ONE_IN = 10;
  private static final int ARRIVE_WITHIN_SECONDS = 15;
  private static final int SETTLES_WITHIN_SECONDS = 25;
  private static final int WARM_UP_SECONDS = 60;
  private static final int FIRST_PEOPLE = 4;

  private final Path work;
  private final int[] sizes;

  private RoundsBenchmark(Path work, int[] sizes) {
    this.work = work;
    this.sizes = sizes;
  }

  public static void main(String[] args) throws Exception {
    System.setProperty("logback.configurationFile", "org/maraude/standalone/logback-quiet.xml");
    var sizes = new int[] {90, 200_000, 20_000, 30};
    for (int i = 0; i < Math.min(args.length, sizes.length); i++) {
      sizes[i] = Integer.parseInt(args[i]);
    }
    var kept = System.getProperty("keep");
    var work =
        kept == null
            ? Files.createTempDirectory("maraude-rounds-")
            : Files.createDirectories(Path.of(kept).toAbsolutePath());
    boolean good;
    try {
      good = new RoundsBenchmark(work, sizes).run();
    } finally {
      if (kept == null) {
        ConsoleBenchmark.delete(work);
      }
    }
    System.exit(good ? 0 : 1);
  }

  private boolean run() throws Exception {
    var password = work.resolve("password");
    Files.writeString(password, "benchmark-only");
    var plans = new SlowPlans(work.resolve("server-log"));
    plans.forget();
    var filling = new Filling(work, ADS, OPEN, sizes[3]);
    try (var broker = BrokerProgram.start(work)) {
      var bootstrap = BrokerProgram.awaitReady(broker);
      if (!filling.isOver()) {
        filling.fill(password, bootstrap, Templates.of(SEED, work.resolve("keys")), plans);
      }
      try (var postgres = EmbeddedPostgres.start(work.resolve("data"), password)) {
        fillRounds(filling, postgres);
        if (sizes[0] == 0) {
          return true;
        }
        try (var dashboard = DashboardProgram.start(filling.settings(postgres, bootstrap))) {
          var house = DashboardProgram.awaitReady(dashboard);
          var logins = filling.logins();
          System.err.println("warming up");
          work(house, logins.subList(0, FIRST_PEOPLE), 0, WARM_UP_SECONDS);
          System.err.println("people arrive");
          var timings = work(house, logins, SETTLES_WITHIN_SECONDS, sizes[0]);
          System.out.printf(
              "%,d attempts, %,d cases, %d people, %d s; milliseconds:%n%n%s",
              sizes[1], sizes[2], sizes[3], sizes[0], timings.table());
          plans.slowest().forEach(plan -> System.out.println("\nSlow query: " + plan));
          return timings.good();
        }
      }
    }
  }

  private void fillRounds(Filling filling, EmbeddedPostgres postgres) throws java.io.IOException {
    var mark = work.resolve("rounds-filled");
    if (Files.exists(mark)) {
      return;
    }
    var database =
        new DriverManagerDataSource(
            postgres.jdbcUrl(EmbeddedPostgres.DATABASE), postgres.user(), postgres.password());
    var sql = JdbcClient.create(database);
    var accounts = Accounts.over(database, Clock.systemUTC(), new SecureRandom());
    var logins = filling.logins();
    for (int i = 0; i < logins.size(); i += LEAD_ONE_IN) {
      var lead = logins.get(i);
      sql.sql("delete from users where name = ?").param(lead.name()).update();
      accounts.createUser(lead.name(), lead.password(), Set.of(Role.LEAD));
    }
    sql.sql("update users set second_factor_due = false").update();
    new FilledRounds(database, work.resolve("keys"), how -> System.err.print("\r" + how + "      "))
        .fill(sizes[1], sizes[2], logins);
    System.err.println();
    Files.writeString(mark, "");
  }

  private static Timings work(URI house, List<Login> logins, int before, int length)
      throws InterruptedException, ExecutionException {
    long begin = System.nanoTime() + Duration.ofSeconds(before).toNanos();
    long end = begin + Duration.ofSeconds(length).toNanos();
    var timings = new Timings(begin, end);
    var random = new SplittableRandom(SEED);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var people = new ArrayList<Callable<Boolean>>();
      for (int i = 0; i < logins.size(); i++) {
        var login = logins.get(i);
        var own = random.split();
        boolean leads = i % LEAD_ONE_IN == 0;
        people.add(() -> {
          try (var browsing = new Browsing(house, timings, end, own)) {
            // People do not arrive in one second.
            browsing.think(0, before > 0 ? ARRIVE_WITHIN_SECONDS * 1_000 : 0);
            new RoundWorker(browsing, leads, own).work(login);
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
}
