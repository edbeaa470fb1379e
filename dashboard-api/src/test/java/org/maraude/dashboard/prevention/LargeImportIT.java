package org.maraude.dashboard.prevention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.dashboard.RunningDashboard;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.accounts.Role;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.calendar.Paris;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A platform's table of 100,000 lines against the database: all of it, or nothing. */
class LargeImportIT {

  private static final int POSTS = 250;
  private static final int DAYS = 400;

  @TempDir static Path folder;
  private static RunningDashboard running;
  private static PlatformImports imports;
  private static Person worker;
  private static UUID campaign;
  private static LocalDate today;

  @BeforeAll
  static void start() {
    running = RunningDashboard.start(folder);
    var sql = running.sql();
    var token = running.token("script-outreach", Role.OUTREACH);
    running.token("script-lead", Role.LEAD);
    worker = new Person(user("script-outreach"), "script-outreach", Set.of(Role.OUTREACH));
    var clock = Clock.systemUTC();
    today = Paris.day(clock.instant());
    var made =
        running.post(
            "/api/v1/campaigns",
            token,
            """
            {"name":"Année","aim":"","firstDay":"%s","lastDay":"%s"}\
            """
                .formatted(today.minusDays(DAYS), today));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    campaign = UUID.fromString(RunningDashboard.json(made).get("id").asString());
    var transaction = new TransactionTemplate(new JdbcTransactionManager(running.database()));
    var direct = JdbcClient.create(running.database());
    var audit = new Audit(direct, clock);
    imports =
        new PlatformImports(
            direct,
            transaction,
            new Campaigns(direct, transaction, audit, clock, UUID::randomUUID),
            audit,
            clock,
            UUID::randomUUID);
    sql.sql(
            """
            insert into posts (id, campaign, kind, platform, words, alt_text, planned_at, status,
              version, author, writers, approved_by, approved_at, published_by, published_at,
              reference, written_at)
            select gen_random_uuid(), ?, 'POST', 'OTHER', 'Bonjour', '', now(), 'PUBLISHED', 1,
              ?, array[?::uuid], ?, now(), ?, now(), 'p-' || n, now() from generate_series(1, ?) n\
            """)
        .params(campaign, worker.id(), worker.id(), user("script-lead"), worker.id(), POSTS)
        .update();
  }

  private static UUID user(String name) {
    return running
        .sql()
        .sql("select id from users where name = ?")
        .param(name)
        .query(UUID.class)
        .single();
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @BeforeEach
  void empty() {
    running.sql().sql("delete from interactions").update();
    running.sql().sql("delete from import_runs").update();
  }

  private static StringBuilder table() {
    var text = new StringBuilder("Lien,Date,Vues,Likes\n");
    for (int post = 1; post <= POSTS; post++) {
      for (int day = 0; day < DAYS; day++) {
        text.append("p-").append(post).append(',').append(today.minusDays(day));
        text.append(',').append(post + day).append(',').append(day % 7).append('\n');
      }
    }
    return text;
  }

  private static PlatformImports.Outcome take(CharSequence table) {
    var bytes = table.toString().getBytes(StandardCharsets.UTF_8);
    var choice =
        new ImportChoice(
            Encoding.UTF_8,
            Separator.COMMA,
            DateForm.YEAR_FIRST,
            Map.of(Column.REFERENCE, 0, Column.DAY, 1, Column.VIEWS, 2, Column.LIKES, 3),
            null,
            false);
    return imports.take(campaign, imports.handIn(campaign, bytes, worker), choice, worker);
  }

  @Test
  void aHundredThousandLinesAreTakenInOnce() {
    var outcome = take(table());
    assertThat(outcome.reading().problems()).isEmpty();
    assertThat(outcome.changed()).isEqualTo(POSTS * DAYS);
    assertThat(running.count("select count(*) from interactions")).isEqualTo(POSTS * DAYS);
    assertThat(
            running.count(
                "select views from interactions where day = '"
                    + today
                    + "' and post = (select id from posts where reference = 'p-7')"))
        .isEqualTo(7);
    var again = take(table());
    assertThat(again.again()).isTrue();
    assertThat(again.changed()).isZero();
    assertThat(running.count("select count(*) from interactions")).isEqualTo(POSTS * DAYS);
  }

  @Test
  void oneWrongLineAtTheEndKeepsAllOut() {
    var table = table();
    int last = table.lastIndexOf("\n", table.length() - 2);
    var wrong = take(table.substring(0, last + 1) + "p-1,2026-02-30,5,1\n");
    assertThat(wrong.reading().problems()).hasSize(1);
    assertThat(wrong.reading().problems().getFirst().line()).isEqualTo(POSTS * DAYS + 1);
    assertThat(running.count("select count(*) from interactions")).isZero();
  }
}
