package org.maraude.benchmarks.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.maraude.benchmarks.process.DashboardProgram;
import org.maraude.dashboard.accounts.Accounts;
import org.maraude.dashboard.accounts.Role;
import org.maraude.embedded.EmbeddedPostgres;
import org.maraude.events.assessment.Assessment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A folder with a console whose queues are full and whose people can log in. */
final class Filling {

  private static final Duration SINK_WITHIN = Duration.ofSeconds(90);

  private final Path work;
  private final int ads;
  private final int open;
  private final int people;

  Filling(Path work, int ads, int open, int people) {
    this.work = work;
    this.ads = ads;
    this.open = open;
    this.people = people;
  }

  /** Whether the folder was filled before, in these sizes. */
  boolean isOver() throws IOException {
    return Files.exists(mark()) && Files.readString(mark()).equals(sizes());
  }

  private Path mark() {
    return work.resolve("filled");
  }

  private String sizes() {
    return ads + " ads, " + open + " open, " + people + " people";
  }

  /**
   * Fills, which takes minutes.
   *
   * @param templates what the sink is given; all else is copied from what it makes of them
   */
  void fill(Path password, String bootstrap, List<Assessment> templates, SlowPlans plans)
      throws IOException {
    if (Files.exists(mark())) {
      throw new IllegalStateException(
          "%s holds %s; delete it or ask for the same".formatted(work, Files.readString(mark())));
    }
    try (var postgres = EmbeddedPostgres.start(work.resolve("data"), password)) {
      take(postgres, bootstrap, templates);
      var connection =
          new SingleConnectionDataSource(
              postgres.jdbcUrl(EmbeddedPostgres.DATABASE),
              postgres.user(),
              postgres.password(),
              true);
      try {
        fill(connection, templates.size(), plans);
      } finally {
        connection.destroy();
      }
    }
    Files.writeString(mark(), sizes());
  }

  /** Has the dashboard's own sink make items. */
  private void take(EmbeddedPostgres postgres, String bootstrap, List<Assessment> templates) {
    try (var dashboard = DashboardProgram.start(settings(postgres, bootstrap))) {
      DashboardProgram.awaitReady(dashboard);
      Templates.publish(templates, bootstrap);
      awaitItems(JdbcClient.create(database(postgres)), templates.size());
    }
  }

  private void fill(SingleConnectionDataSource connection, int assessed, SlowPlans plans) {
    var sql = JdbcClient.create(connection);
    long begin = System.nanoTime();
    new FilledQueues(sql, Filling::progress).fill(ads, open, Instant.now());
    System.err.println();
    register(connection, sql);
    plans.ask(sql, Operation.CLAIM.aimMillis());
    System.out.printf(
        "%,d items, %,d of them open, from %,d assessed ads, in %d s; %s%n",
        ads,
        open,
        assessed,
        (System.nanoTime() - begin) / 1_000_000_000,
        sql.sql("select pg_size_pretty(pg_database_size(current_database()))")
            .query(String.class)
            .single());
  }

  private void register(SingleConnectionDataSource connection, JdbcClient sql) {
    var accounts = Accounts.over(connection, Clock.systemUTC(), new SecureRandom());
    logins()
        .forEach(
            login -> accounts.createUser(login.name(), login.password(), Set.of(Role.OUTREACH)));
    sql.sql("update users set second_factor_due = false").update();
  }

  List<Login> logins() {
    return IntStream.range(0, people).mapToObj(Login::of).toList();
  }

  DashboardProgram.Settings settings(EmbeddedPostgres postgres, String bootstrap) {
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
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
  }

  private static void progress(String how) {
    System.err.print("\r" + how + "          ");
  }
}
