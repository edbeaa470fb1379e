package org.maraude.benchmarks.console;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.maraude.contacts.CaseKeys;
import org.maraude.contacts.KeyFolder;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.accounts.Role;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.calendar.Paris;
import org.maraude.dashboard.following.Agreement;
import org.maraude.dashboard.following.Cases;
import org.maraude.dashboard.following.Need;
import org.maraude.dashboard.following.NewCase;
import org.maraude.dashboard.following.Parts;
import org.maraude.dashboard.following.SafeChannel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two years of rounds with their attempts, a round of today for each worker, and cases that the
 * dashboard's own code opens and seals. What is past is copied into the tables without their
 * triggers: it was noted under rules that looked at other days.
 */
final class FilledRounds {

  private static final int ADS_A_ROUND = 50;
  private static final int ADS_TODAY = 40;
  private static final int AT_ONCE = 4;

  private final DriverManagerDataSource database;
  private final JdbcClient sql;
  private final Path keyFolder;
  private final Consumer<String> told;

  /**
   * @param told hears how far it is
   */
  FilledRounds(DriverManagerDataSource database, Path keyFolder, Consumer<String> told) {
    this.database = database;
    this.sql = JdbcClient.create(database);
    this.keyFolder = keyFolder;
    this.told = told;
  }

  void fill(int attempts, int cases, List<Login> workers) {
    var people =
        workers.stream()
            .map(login ->
                sql.sql("select id from users where name = ?")
                    .param(login.name())
                    .query(UUID.class)
                    .single())
            .toList();
    told.accept("rounds and attempts");
    past(attempts, people);
    today(people);
    open(cases, people);
    sql.sql("vacuum (analyze) attempts, rounds, round_ads, round_workers, cases, case_lines")
        .update();
  }

  private void past(int attempts, List<UUID> people) {
    var who = people.toArray(UUID[]::new);
    // One statement a transaction of its own: without triggers, and for this connection alone.
    var direct = new TransactionTemplate(new JdbcTransactionManager(database));
    var local = JdbcClient.create(database);
    direct.executeWithoutResult(status -> {
      local.sql("set local session_replication_role = replica").update();
      local
          .sql(
              """
              insert into rounds (id, team, day, departement, made_by, made_at, asked)
              select md5('round' || n)::uuid, '00000000-0000-4000-8000-000000000001',
                current_date - 1 - n % 700, lpad((1 + n % 95)::text, 2, '0'), (:who::uuid[])[1 + n % :people],
                now() - n % 700 * interval '1 day', ''
              from generate_series(1, :rounds) n\
              """)
          .param("who", who)
          .param("people", people.size())
          .param("rounds", attempts / ADS_A_ROUND)
          .update();
      local
          .sql(
              """
              insert into round_workers (round, worker, place)
              select md5('round' || n)::uuid, (:who::uuid[])[1 + n % :people], 1
              from generate_series(1, :rounds) n\
              """)
          .param("who", who)
          .param("people", people.size())
          .param("rounds", attempts / ADS_A_ROUND)
          .update();
      local
          .sql(
              """
              insert into round_ads (round, place, departement, worker)
              select md5('round' || (1 + n / :ads))::uuid, 1 + n % :ads,
                lpad((1 + n % 95)::text, 2, '0'), (:who::uuid[])[1 + (1 + n / :ads) % :people]
              from generate_series(0, :attempts - 1) n\
              """)
          .param("ads", ADS_A_ROUND)
          .param("who", who)
          .param("people", people.size())
          .param("attempts", attempts)
          .update();
      local
          .sql(
              """
              insert into attempts (id, round, token, departement, made_by, at, noted_at, channel,
                language, outcome, wish, needs)
              select gen_random_uuid(), md5('round' || (1 + n / :ads))::uuid,
                'benchmark-' || hashint4(n) % 100000, lpad((1 + n % 95)::text, 2, '0'),
                (:who::uuid[])[1 + n % :people], t, t, 'SMS', 'fr',
                case when n % 4 = 0 then 'ANSWERED' else 'NO_ANSWER' end,
                case when n % 8 = 0 then 'HELP' when n % 4 = 0 then 'TALK_AGAIN' else 'NONE' end,
                case when n % 8 = 0 then '{HOUSING}'::text[] else '{}' end
              from generate_series(0, :attempts - 1) n,
                lateral (select now() - (1 + (1 + n / :ads) % 700) * interval '1 day' as t) at\
              """)
          .param("ads", ADS_A_ROUND)
          .param("who", who)
          .param("people", people.size())
          .param("attempts", attempts)
          .update();
    });
  }

  /** For each worker as many ads as a shift cannot use up, each with a contact of its own. */
  private void today(List<UUID> people) {
    var chosen =
        sql.sql(
                """
                select id from (select distinct on (tokens[1]) id, tokens from items
                  where outcome = 'CONTACT_IN_ROUND' and queue = 'ADULT' and status = 'DECIDED'
                    and cardinality(tokens) = 1 order by tokens[1], id) as each limit ?\
                """)
            .param(people.size() * ADS_TODAY)
            .query(UUID.class)
            .list();
    // Copied items have tokens of their own beside the assessment they were copied with.
    sql.sql(
            """
            update items set assessment =
              replace(assessment::text, assessment->'contacts'->0->>'token', tokens[1])::json
            where id = any (?)\
            """)
        .param(chosen.toArray(UUID[]::new))
        .update();
    for (int i = 0; i < people.size(); i++) {
      var round = UUID.nameUUIDFromBytes(new byte[] {(byte) i});
      var own =
          chosen.subList(
              i * chosen.size() / people.size(), (i + 1) * chosen.size() / people.size());
      sql.sql(
              """
              insert into rounds (id, team, day, made_by, made_at, asked)
              values (?, '00000000-0000-4000-8000-000000000001', ?, ?, now(), '')\
              """)
          .params(round, LocalDate.now(Paris.ZONE), people.get(i))
          .update();
      sql.sql("insert into round_workers (round, worker, place) values (?, ?, 1)")
          .params(round, people.get(i))
          .update();
      sql.sql(
              """
              insert into round_ads (round, place, item_id, worker)
              select ?, place, item, ? from unnest(?::uuid[]) with ordinality as t (item, place)\
              """)
          .params(round, people.get(i), own.toArray(UUID[]::new))
          .update();
    }
  }

  private void open(int count, List<UUID> people) {
    try (var connections = new HikariDataSource()) {
      connections.setJdbcUrl(database.getUrl());
      connections.setUsername(database.getUsername());
      connections.setPassword(database.getPassword());
      connections.setMaximumPoolSize(AT_ONCE);
      open(count, people, connections);
    }
  }

  private void open(int count, List<UUID> people, DataSource connections) {
    var clock = Clock.systemUTC();
    var pooled = JdbcClient.create(connections);
    var cases =
        new Cases(
            pooled,
            new TransactionTemplate(new JdbcTransactionManager(connections)),
            KeyFolder.openOrCreate(keyFolder, clock),
            CaseKeys.in(keyFolder),
            new Audit(pooled, clock),
            clock,
            UUID::randomUUID);
    var done = new AtomicInteger();
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      IntStream.range(0, count)
          .forEach(n ->
              threads.execute(() -> {
                var worker = new Person(people.get(n % people.size()), "", Set.of(Role.OUTREACH));
                var id = cases.open(one(n, cases.today()), worker, null);
                cases.note(id, "Met at the office, wishes to come again.", null, worker, null);
                int so = done.incrementAndGet();
                if (so % 500 == 0) {
                  told.accept("%,d of %,d cases".formatted(so, count));
                }
              }));
    }
  }

  private static NewCase one(int n, LocalDate today) {
    return new NewCase(
        new NewCase.Origin.None(),
        Agreement.SPOKEN,
        today.minusDays(n % 300),
        null,
        n % 9 == 0 ? null : today.plusDays(n % 30 - 5),
        new Parts.Everyday("Person " + n, "weekday mornings", SafeChannel.CALL, "fr", "call again"),
        new Parts.Close(null, Set.of(Need.HOUSING, Need.PAPERS), "Looks for a room."));
  }
}
