package org.maraude.dashboard.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.accounts.Role;
import org.springframework.dao.DataAccessException;

/** The rule of silence where nobody gets round it. */
class SilenceInDatabaseIT {

  private static final Instant NOW = Instant.parse("2026-03-02T19:00:00Z");
  private static final Duration LONG_AGO = Duration.ofDays(30);
  private static final int SECONDS = 30;

  private static RoundTables tables;
  private static Person lead;
  private static Person one;
  private static Person other;

  @BeforeAll
  static void people() {
    tables = new RoundTables();
    lead = tables.person("lead", Role.LEAD);
    one = tables.person("one", Role.OUTREACH);
    other = tables.person("other", Role.OUTREACH);
  }

  @AfterAll
  static void close() {
    tables.close();
  }

  @BeforeEach
  void empty() {
    tables.empty();
  }

  private static String code(Callable<UUID> attempt) throws Exception {
    try {
      attempt.call();
      return "noted";
    } catch (RoundException e) {
      return e.code();
    }
  }

  /** Does all at once, as far as a machine can. */
  private static List<String> atOnce(List<Callable<UUID>> all) throws Exception {
    var start = new CyclicBarrier(all.size());
    var answers = new ArrayList<Future<String>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var each : all) {
        answers.add(
            threads.submit(() -> {
              start.await();
              return code(each);
            }));
      }
    }
    var codes = new ArrayList<String>();
    for (var answer : answers) {
      codes.add(answer.get());
    }
    return codes;
  }

  @Test
  void ofTwoWorkersWhoTryOneContactInOneSecondOneIsNoted() throws Exception {
    for (int i = 0; i < SECONDS; i++) {
      tables.empty();
      var token = "token-of-nobody-" + i;
      var item = tables.chosen("demo-a:" + i, NOW.minus(LONG_AGO), token);
      var round = tables.round(NOW, lead, "one", "other");
      var sms = RoundTables.attempt(item, token, "NO_ANSWER", "NONE");
      var attempts = tables.attempts(NOW);
      var answers =
          atOnce(
              List.of(
                  () -> attempts.note(round, sms, one, null),
                  () -> attempts.note(round, sms, other, null)));
      assertThat(answers).containsExactlyInAnyOrder("noted", "contact-silence");
      assertThat(tables.count("select count(*) from attempts")).isEqualTo(1);
    }
  }

  /** Two ads, two rounds, two contacts each, of which they share one. */
  @Test
  void theSameContactInTwoAdsIsOnePersonWhoeverTriesFirst() throws Exception {
    for (int i = 0; i < SECONDS; i++) {
      tables.empty();
      var first =
          tables.chosen("demo-a:first", NOW.minus(LONG_AGO), "token-b-" + i, "token-a-" + i);
      var round = tables.round(NOW, lead, "one");
      var second =
          tables.chosen("demo-a:second", NOW.minus(LONG_AGO), "token-a-" + i, "token-c-" + i);
      var later = tables.round(NOW, lead, "other");
      var token = "token-a-" + i;
      var attempts = tables.attempts(NOW);
      var answers =
          atOnce(
              List.of(
                  () ->
                      attempts.note(
                          round, RoundTables.attempt(first, token, "NO_ANSWER", "NONE"), one, null),
                  () ->
                      attempts.note(
                          later,
                          RoundTables.attempt(second, token, "NO_ANSWER", "NONE"),
                          other,
                          null)));
      assertThat(answers).containsExactlyInAnyOrder("noted", "contact-silence");
    }
  }

  @Test
  void whatIsWrittenPastTheProgramIsRefusedInOneSecondToo() throws Exception {
    var item = tables.chosen("demo-a:1", NOW.minus(LONG_AGO), "token-of-nobody");
    var round = tables.round(NOW, lead, "one", "other");
    for (int i = 0; i < SECONDS; i++) {
      tables.sql.sql("delete from attempts").update();
      var start = new CyclicBarrier(2);
      Callable<Boolean> insert =
          () -> {
            start.await();
            try {
              insert(round, item, NOW);
              return true;
            } catch (DataAccessException e) {
              return false;
            }
          };
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var a = threads.submit(insert);
        var b = threads.submit(insert);
        assertThat(List.of(a.get(), b.get())).containsExactlyInAnyOrder(true, false);
      } catch (ExecutionException e) {
        throw new AssertionError(e);
      }
    }
  }

  private static void insert(UUID round, UUID item, Instant at) {
    tables
        .sql
        .sql(
            """
            insert into attempts (id, round, item_id, token, made_by, at, noted_at, channel,
              language, outcome, wish)
            values (gen_random_uuid(), ?, ?, 'token-of-nobody', ?, ?, ?, 'SMS', 'fr', 'NO_ANSWER',
              'NONE')\
            """)
        .params(round, item, one.id(), Timestamp.from(at), Timestamp.from(at))
        .update();
  }

  @Test
  void anOldSnapshotThatSawNothingIsRefusedAsSuch() throws Exception {
    var item = tables.chosen("demo-a:1", NOW.minus(LONG_AGO), "token-of-nobody");
    var round = tables.round(NOW, lead, "one");
    try (var connection = tables.database.getConnection()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      try (var statement =
          connection.prepareStatement(
              """
              insert into attempts (id, round, item_id, token, made_by, at, noted_at, channel,
                language, outcome, wish)
              values (gen_random_uuid(), ?, ?, 'token-of-nobody', ?, now(), now(), 'SMS', 'fr',
                'NO_ANSWER', 'NONE')\
              """)) {
        statement.setObject(1, round);
        statement.setObject(2, item);
        statement.setObject(3, one.id());
        assertThatThrownBy(statement::executeUpdate)
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("READ COMMITTED");
      }
    }
  }

  @Test
  void aRefusalAndAnAttemptInOneSecondNeverLeaveAnAttemptAfterTheNo() throws Exception {
    for (int i = 0; i < SECONDS; i++) {
      tables.empty();
      var item = tables.chosen("demo-a:1", NOW.minus(LONG_AGO), "token-of-nobody");
      var round = tables.round(NOW, lead, "one", "other");
      var attempts = tables.attempts(NOW);
      var answers =
          atOnce(
              List.of(
                  () ->
                      attempts.note(
                          round,
                          RoundTables.attempt(item, "token-of-nobody", "REFUSED", "NONE"),
                          one,
                          null),
                  () ->
                      attempts.note(
                          round,
                          RoundTables.attempt(item, "token-of-nobody", "NO_ANSWER", "NONE"),
                          other,
                          null)));
      assertThat(answers).contains("noted").doesNotHaveDuplicates();
      assertThat(tables.count("select count(*) from do_not_contact where cause = 'REFUSED'"))
          .as("the no stands, whoever came first: " + answers)
          .isEqualTo(1);
    }
  }

  /** The rule is written twice, in Java for the page and in SQL for every path. */
  @Test
  void bothSaySoOfManyHistories() {
    var random = new Random(7);
    var item = tables.chosen("demo-a:1", NOW.minus(LONG_AGO), "token-of-nobody");
    var contacts = new ContactRows(tables.sql);
    var seen = new java.util.EnumMap<Standing.Why, Integer>(Standing.Why.class);
    for (int i = 0; i < 200; i++) {
      tables.sql.sql("delete from attempts").update();
      tables.sql.sql("delete from do_not_contact").update();
      tables.sql.sql("alter table attempts disable trigger user").update();
      var tried = new ArrayList<Silence.Tried>();
      for (int n = random.nextInt(4); n > 0; n--) {
        var outcome = random.nextInt(3) == 0 ? AttemptOutcome.ANSWERED : AttemptOutcome.NO_ANSWER;
        var wish =
            outcome == AttemptOutcome.ANSWERED && random.nextBoolean()
                ? Wish.TALK_AGAIN
                : Wish.NONE;
        var at = NOW.minus(Duration.ofHours(random.nextInt(24 * 40))).minusSeconds(n);
        tried.add(new Silence.Tried(at, outcome, wish));
        tables
            .sql
            .sql(
                """
                insert into attempts (id, item_id, token, made_by, at, noted_at, channel, language,
                  outcome, wish)
                values (gen_random_uuid(), ?, 'token-of-nobody', ?, ?, ?, 'CALL', 'fr', ?, ?)\
                """)
            .params(
                item, one.id(), Timestamp.from(at), Timestamp.from(at), outcome.name(), wish.name())
            .update();
      }
      tables.sql.sql("alter table attempts enable trigger user").update();
      boolean no = random.nextInt(8) == 0;
      if (no) {
        tables
            .sql
            .sql(
                """
                insert into do_not_contact (token, noted_at, cause)
                values ('token-of-nobody', now(), 'TEAM')\
                """)
            .update();
      }
      var moment = NOW.plus(Duration.ofHours(random.nextInt(24 * 20)));
      var said = Silence.of(no, tried, moment);
      assertThat(contacts.standing(Set.of("token-of-nobody", "another-token"), moment))
          .as("%s at %s", tried, moment)
          .isEqualTo(said);
      seen.merge(said.why(), 1, Integer::sum);
    }
    assertThat(seen).as("all kinds came up").containsOnlyKeys(Standing.Why.values());
  }
}
