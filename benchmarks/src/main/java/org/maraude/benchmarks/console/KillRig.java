package org.maraude.benchmarks.console;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.maraude.benchmarks.process.BrokerProgram;
import org.maraude.benchmarks.process.ChildProcess;
import org.maraude.benchmarks.process.DashboardProgram;
import org.maraude.benchmarks.process.PostgresProgram;
import org.maraude.dashboard.accounts.Accounts;
import org.maraude.dashboard.accounts.Role;
import org.maraude.dashboard.schema.Schema;
import org.maraude.embedded.EmbeddedPostgres;
import org.maraude.embedded.FreePorts;
import org.maraude.events.EventJson;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Reviewers at work while the dashboard's process and PostgreSQL are killed under them, at moments
 * and in ways that a seed draws. Dashboard, database and broker are processes of their own; the
 * reviewers and their history live with the rig, which is never killed.
 */
final class KillRig {

  private static final Duration FINISHES_WITHIN = Duration.ofSeconds(240);
  private static final Duration SHORTEST_WORK = Duration.ofMillis(300);
  private static final Duration LONGEST_WORK = Duration.ofMillis(2_500);

  /** What is done to whom. */
  enum Kill {
    /** SIGKILL to the dashboard's JVM. */
    DASHBOARD,
    /** SIGKILL to PostgreSQL's first process and its sessions. */
    POSTGRES,
    /** PostgreSQL's immediate stop: no checkpoint, every session dropped. */
    POSTGRES_IMMEDIATE,
    /** SIGKILL to one session, upon which PostgreSQL drops all others and recovers. */
    SESSION
  }

  /**
   * How a run ended.
   *
   * @param unanswered requests that a kill took the answer from, or that failed for it
   * @param faults what is wrong, one line each
   */
  record Outcome(
      List<Kill> kills,
      int items,
      int claims,
      int decisions,
      long unanswered,
      Duration took,
      List<String> faults) {}

  private final Path work;
  private final long seed;
  private final int people;
  private final int atOnce;
  private int given;
  private final ConcurrentLinkedQueue<Deed> history = new ConcurrentLinkedQueue<>();
  private final AtomicLong order = new AtomicLong();
  private final AtomicLong unanswered = new AtomicLong();
  private final AtomicBoolean over = new AtomicBoolean();
  private final int postgresPort;
  private final int dashboardPort;

  /**
   * @param items that lie there at the beginning, and as many again each time half of them are gone
   *     before a kill: a quick machine must not be through before the last one
   */
  KillRig(Path work, long seed, int people, int items) {
    this.work = work;
    this.seed = seed;
    this.people = people;
    this.atOnce = items;
    var ports = FreePorts.find(2);
    this.postgresPort = ports.get(0);
    this.dashboardPort = ports.get(1);
  }

  /** Runs until everything is decided; the kills come in the order given, at drawn moments. */
  Outcome run(List<Kill> kills) throws IOException, InterruptedException, ExecutionException {
    Files.writeString(work.resolve("password"), "benchmark-only");
    long begin = System.nanoTime();
    try (var broker = BrokerProgram.start(work);
        var house = new House(PostgresProgram.start(work, postgresPort))) {
      PostgresProgram.awaitReady(house.postgres);
      Schema.migrate(database());
      var tokens = people();
      give();
      var bootstrap = BrokerProgram.awaitReady(broker);
      house.dashboard = DashboardProgram.start(settings(bootstrap));
      DashboardProgram.awaitReady(house.dashboard);
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var working = start(tokens, threads::submit);
        try {
          kill(kills, house, bootstrap);
          awaitEnd();
        } finally {
          // The threads' own end is waited for, and reviewers never give up by themselves.
          over.set(true);
        }
        for (var each : working) {
          each.get();
        }
      }
      var told = ToldDecisions.read(bootstrap, settled());
      var faults = HistoryCheck.faults(itemIds(), List.copyOf(history), kept(), told);
      return new Outcome(
          kills,
          given,
          count(Deed.What.CLAIMED),
          count(Deed.What.DECIDED),
          unanswered.get(),
          Duration.ofNanos(System.nanoTime() - begin),
          faults);
    }
  }

  /** What is killed and started anew. */
  private static final class House implements AutoCloseable {

    private ChildProcess postgres;
    private @org.jspecify.annotations.Nullable ChildProcess dashboard;

    House(ChildProcess postgres) {
      this.postgres = postgres;
    }

    @Override
    public void close() {
      if (dashboard != null) {
        dashboard.close();
      }
      postgres.close();
    }
  }

  private List<Future<?>> start(
      Map<String, String> tokens, java.util.function.Function<Runnable, Future<?>> threads) {
    var random = new SplittableRandom(seed);
    var working = new ArrayList<Future<?>>();
    var house = URI.create("http://localhost:" + dashboardPort);
    tokens.forEach((name, token) -> {
      var reviewer =
          new StubbornReviewer(
              house, name, token, history, order, unanswered, over::get, random.split());
      working.add(
          threads.apply(() -> {
            try {
              reviewer.work();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }));
    });
    return working;
  }

  private void kill(List<Kill> kills, House house, String bootstrap) throws InterruptedException {
    var random = new SplittableRandom(seed);
    for (var kill : kills) {
      awaitWork();
      if (count(Deed.What.DECIDED) > given - atOnce / 2) {
        give();
      }
      LockSupport.parkNanos(random.nextLong(SHORTEST_WORK.toNanos(), LONGEST_WORK.toNanos()));
      switch (kill) {
        case DASHBOARD -> {
          var dashboard = java.util.Objects.requireNonNull(house.dashboard);
          dashboard.kill();
          house.dashboard = DashboardProgram.start(settings(bootstrap));
          DashboardProgram.awaitReady(house.dashboard);
        }
        case POSTGRES -> {
          var server = PostgresProgram.server(work);
          var sessions = server.children().toList();
          server.destroyForcibly();
          sessions.forEach(ProcessHandle::destroyForcibly);
          startAgain(house);
        }
        case POSTGRES_IMMEDIATE -> {
          signal("-QUIT", PostgresProgram.server(work));
          startAgain(house);
        }
        case SESSION -> sessionOfTheDashboard().ifPresent(ProcessHandle::destroyForcibly);
      }
    }
  }

  /**
   * A moment draws its meaning from work that is being done. A quick machine may have none left
   * since the last kill: then it is not waited for.
   */
  private void awaitWork() {
    int before = history.size();
    var deadline = Instant.now().plus(FINISHES_WITHIN);
    while (history.size() < before + people
        && count(Deed.What.DECIDED) < given
        && !over.get()
        && Instant.now().isBefore(deadline)) {
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }

  private void startAgain(House house) throws InterruptedException {
    house.postgres.kill();
    house.postgres = PostgresProgram.start(work, postgresPort);
    PostgresProgram.awaitReady(house.postgres);
  }

  private java.util.Optional<ProcessHandle> sessionOfTheDashboard() {
    return JdbcClient.create(database())
        .sql(
            """
            select pid from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid()
              and backend_type = 'client backend' order by pid limit 1\
            """)
        .query(Long.class)
        .optional()
        .flatMap(ProcessHandle::of);
  }

  private static void signal(String signal, ProcessHandle process) throws InterruptedException {
    try {
      new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    process.onExit().orTimeout(20, java.util.concurrent.TimeUnit.SECONDS).join();
  }

  private Map<String, String> people() {
    var accounts = Accounts.over(database(), Clock.systemUTC(), new SecureRandom());
    Map<String, String> tokens = new java.util.LinkedHashMap<>();
    for (int i = 0; i < people; i++) {
      tokens.put("reviewer-" + i, accounts.issueToken("reviewer-" + i, Role.OUTREACH));
    }
    return tokens;
  }

  /** Again until the database has them: it may be recovering from the last kill. */
  private void give() {
    var deadline = Instant.now().plus(FINISHES_WITHIN);
    while (true) {
      try {
        giveOnce();
        return;
      } catch (DataAccessException e) {
        if (!Instant.now().isBefore(deadline)) {
          throw e;
        }
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      }
    }
  }

  private void giveOnce() {
    sql()
        .sql(
            """
            insert into items (ad_id, site_id, queue, status, flagged_at, score, revision, language,
              signals, rules, assessment)
            select 'kill:' || n, 'demo', 'ADULT', 'WAITING', ?::timestamptz - n * interval '1 second',
              1, 1, 'fr', '{}', '{}', ?::json
            from generate_series(?, ?) n
            on conflict (ad_id) do nothing\
            """)
        .params(
            Timestamp.from(Instant.now()),
            EventJson.writeLine(BlandAd.assessed()),
            given + 1,
            given + atOnce)
        .update();
    given += atOnce;
  }

  private void awaitEnd() {
    var deadline = Instant.now().plus(FINISHES_WITHIN);
    while (Instant.now().isBefore(deadline)) {
      try {
        if (sql()
                .sql("select count(*) from items where status <> 'DECIDED'")
                .query(Long.class)
                .single()
            == 0) {
          return;
        }
      } catch (DataAccessException e) {
        // It is being started again.
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  private int count(Deed.What what) {
    return (int) history.stream().filter(deed -> deed.what() == what).count();
  }

  private List<UUID> itemIds() {
    return sql().sql("select id from items").query(UUID.class).list();
  }

  private Set<UUID> settled() {
    return Set.copyOf(sql().sql("select id from decisions where settled").query(UUID.class).list());
  }

  private List<HistoryCheck.Kept> kept() {
    return sql()
        .sql(
            """
            select d.id, d.item_id, u.name, d.fence, d.settled
            from decisions d join users u on u.id = d.decided_by where d.taken_back_at is null\
            """)
        .query((row, n) ->
            new HistoryCheck.Kept(
                row.getObject("id", UUID.class),
                row.getObject("item_id", UUID.class),
                row.getString("name"),
                row.getLong("fence"),
                row.getBoolean("settled")))
        .list();
  }

  private DashboardProgram.Settings settings(String bootstrap) {
    return new DashboardProgram.Settings(
        work, bootstrap, url(), EmbeddedPostgres.USER, "benchmark-only", dashboardPort);
  }

  private String url() {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(postgresPort, EmbeddedPostgres.DATABASE);
  }

  private DriverManagerDataSource database() {
    return new DriverManagerDataSource(url(), EmbeddedPostgres.USER, "benchmark-only");
  }

  private JdbcClient sql() {
    return JdbcClient.create(database());
  }
}
