package org.maraude.dashboard.rounds;

import com.zaxxer.hikari.HikariDataSource;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.SyntheticAds;
import org.maraude.dashboard.accounts.Accounts;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.accounts.Role;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.calendar.Paris;
import org.maraude.dashboard.queue.Lookups;
import org.maraude.dashboard.schema.Schema;
import org.maraude.events.EventJson;
import org.maraude.events.assessment.ContactKind;
import org.maraude.events.assessment.Links;
import org.maraude.events.assessment.Queue;
import org.maraude.events.assessment.SealedContact;
import org.maraude.testkit.PostgresForTests;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables with people and ads in them, and rounds under a clock of the test's own. */
final class RoundTables {

  final HikariDataSource database;
  final JdbcClient sql;
  final TransactionTemplate transaction;

  RoundTables() {
    var fresh = PostgresForTests.fresh();
    database = new HikariDataSource();
    database.setJdbcUrl(fresh.jdbcUrl());
    database.setUsername(fresh.user());
    database.setPassword(fresh.password());
    database.setMaximumPoolSize(4);
    Schema.migrate(database);
    sql = JdbcClient.create(database);
    transaction = new TransactionTemplate(new JdbcTransactionManager(database));
  }

  void close() {
    database.close();
  }

  void empty() {
    for (var table : List.of("attempts", "rounds", "items", "objections", "do_not_contact")) {
      sql.sql("delete from " + table).update();
    }
  }

  /** A person who logs in, in the team of all. */
  Person person(String name, Role role) {
    var accounts = Accounts.over(database, Clock.systemUTC(), new SecureRandom());
    var person = accounts.bearerOf(accounts.issueToken(name, role)).orElseThrow();
    sql.sql("update users set technical = false, password_hash = '{none}' where id = ?")
        .param(person.id())
        .update();
    return new Person(person.id(), name, Set.of(role));
  }

  Rounds rounds(Instant at) {
    return new Rounds(sql, transaction, new Lookups(sql), new Audit(sql, clock(at)), clock(at));
  }

  RoundPlans plans(Instant at) {
    return new RoundPlans(
        sql, transaction, new Lookups(sql), new Audit(sql, clock(at)), clock(at), UUID::randomUUID);
  }

  RoundChanges changes(Instant at) {
    return new RoundChanges(sql, transaction, rounds(at), new Audit(sql, clock(at)));
  }

  Attempts attempts(Instant at) {
    return new Attempts(
        sql, transaction, rounds(at), new Audit(sql, clock(at)), clock(at), UUID::randomUUID);
  }

  static Clock clock(Instant at) {
    return Clock.fixed(at, ZoneOffset.UTC);
  }

  /** An adult's ad of the departement 44 that a person chose for a contact. */
  UUID chosen(String adId, Instant flagged, String... tokens) {
    return item(adId, "ADULT", "DECIDED", "CONTACT_IN_ROUND", flagged, tokens);
  }

  UUID item(
      String adId,
      String queue,
      String status,
      @Nullable String outcome,
      Instant flagged,
      String... tokens) {
    var id = UUID.randomUUID();
    var contacts =
        Stream.of(tokens)
            .map(token ->
                new SealedContact(
                    ContactKind.PHONE,
                    token,
                    "k:c2VhbGVk",
                    "06 ** ** ** 04",
                    false,
                    List.of(),
                    null))
            .toList();
    var assessment =
        SyntheticAds.assessment(
            adId, 1, Queue.valueOf(queue), 0.9, SyntheticAds.BODY, contacts, Links.NONE);
    sql.sql(
            """
            insert into items (id, ad_id, site_id, queue, status, flagged_at, score, revision,
              departement, language, signals, rules, assessment, outcome, decided_at, tokens)
            values (?, ?, 'demo-a', ?, ?, ?, 1, 1, '44', 'fr', '{}', '{}', ?::json, ?, ?, ?)\
            """)
        .params(
            Arrays.asList(
                id,
                adId,
                queue,
                status,
                Timestamp.from(flagged),
                EventJson.writeLine(assessment),
                outcome,
                outcome == null ? null : Timestamp.from(flagged),
                tokens))
        .update();
    return id;
  }

  static RoundFilter everything() {
    return new RoundFilter(null, null, null, null, RoundFilter.Tried.ANY, RoundFilter.LIMIT);
  }

  UUID round(Instant at, Person lead, String... workers) {
    var day = LocalDate.ofInstant(at, Paris.ZONE);
    return plans(at).plan(new RoundRequest(day, List.of(workers), everything()), lead, null);
  }

  static AttemptRequest attempt(UUID item, String token, String outcome, String wish) {
    return new AttemptRequest(
        item,
        token,
        null,
        "SMS",
        "fr",
        new AttemptRequest.Reply(
            outcome, wish, wish.equals("HELP") ? List.of("HEALTH") : null, null));
  }

  long count(String query) {
    return sql.sql(query).query(Long.class).single();
  }
}
