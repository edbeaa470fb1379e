package org.maraude.dashboard.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maraude.dashboard.SyntheticAds;
import org.maraude.dashboard.accounts.Accounts;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.accounts.Role;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.outbox.Outbox;
import org.maraude.dashboard.review.Choice;
import org.maraude.dashboard.review.Outcome;
import org.maraude.dashboard.review.QueueKind;
import org.maraude.dashboard.review.ReasonCode;
import org.maraude.dashboard.schema.Schema;
import org.maraude.events.EventJson;
import org.maraude.events.assessment.Queue;
import org.maraude.testkit.PostgresForTests;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 32 people on 5,000 items at once: they claim, let go, hand over, decide, refer and take back.
 * What they saw themselves do is written down and then held against what the database says.
 */
class ManyReviewersIT {

  private static final int PEOPLE = 32;
  private static final int ITEMS = 5_000;

  /** What somebody saw happen; {@code order} grows over all threads. */
  private record Seen(long order, UUID item, UUID by, long fence, What what) {}

  private enum What {
    CLAIMED,
    RELEASED,
    SETTLED,
    OPINION,
    REFUSED
  }

  private HikariDataSource database;
  private JdbcClient sql;
  private TransactionTemplate transaction;
  private List<Person> people;
  private final ConcurrentLinkedQueue<Seen> seen = new ConcurrentLinkedQueue<>();
  private final AtomicLong order = new AtomicLong();

  @BeforeEach
  void house() {
    var fresh = PostgresForTests.fresh();
    var settings = new HikariConfig();
    settings.setJdbcUrl(fresh.jdbcUrl());
    settings.setUsername(fresh.user());
    settings.setPassword(fresh.password());
    settings.setMaximumPoolSize(PEOPLE);
    database = new HikariDataSource(settings);
    Schema.migrate(database);
    sql = JdbcClient.create(database);
    transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    var accounts = Accounts.over(database, Clock.systemUTC(), new SecureRandom());
    people = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      var token = accounts.issueToken("reviewer-" + i, Role.LEAD);
      people.add(accounts.bearerOf(token).orElseThrow());
    }
    var json = EventJson.writeLine(SyntheticAds.assessment("demo-a:1", 1, Queue.ADULT, 1.0));
    sql.sql(
            """
            insert into items (ad_id, site_id, queue, status, flagged_at, score, revision, language,
              signals, rules, assessment)
            select 'demo-a:' || n, 'demo-a', case when n % 10 = 0 then 'MINOR' else 'ADULT' end,
              'WAITING', ?::timestamptz + n * interval '1 second', 1, 1, 'fr', '{}', '{}', ?::json
            from generate_series(1, ?) n\
            """)
        .params(Timestamp.from(SyntheticAds.OBSERVED), json, ITEMS)
        .update();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void note(UUID item, Person by, long fence, What what) {
    seen.add(new Seen(order.incrementAndGet(), item, by.id(), fence, what));
  }

  private Callable<Void> shift(Person person, long seed) {
    var audit = new Audit(sql, Clock.systemUTC());
    var outbox = new Outbox(sql, Clock.systemUTC());
    var claims = new Claims(sql, transaction, audit, Clock.systemUTC());
    var reads =
        new DoubleReads(
            sql, transaction, Draw.by(new byte[32]), audit, Clock.systemUTC(), UUID::randomUUID);
    var decisions =
        new Decisions(sql, transaction, reads, audit, outbox, Clock.systemUTC(), UUID::randomUUID);
    var reversals =
        new Reversals(sql, transaction, audit, outbox, Clock.systemUTC(), UUID::randomUUID);
    return () -> {
      var random = new SplittableRandom(seed);
      while (open() > 0) {
        claims
            .next(QueueKind.MINOR, person)
            .or(() -> claims.next(QueueKind.ADULT, person))
            .ifPresent(claim -> {
              note(claim.itemId(), person, claim.fence(), What.CLAIMED);
              work(claim, person, random, claims, decisions, reversals);
            });
      }
      return null;
    };
  }

  private void work(
      Claim claim,
      Person person,
      SplittableRandom random,
      Claims claims,
      Decisions decisions,
      Reversals reversals) {
    int dice = random.nextInt(100);
    if (dice < 5) {
      note(claim.itemId(), person, claim.fence(), What.RELEASED);
      claims.release(claim.itemId(), person);
      return;
    }
    if (dice < 10) {
      // As from an older page: it must change nothing.
      refused(decisions, claim, person, claim.fence() - 1);
    }
    decide(decisions, claim, person, dice < 30 ? Outcome.REFER : Outcome.NO_CONCERN);
    if (dice >= 95) {
      takeBack(claim, person, decisions, reversals);
    }
  }

  private void decide(Decisions decisions, Claim claim, Person person, Outcome outcome) {
    // Written down before it is done: from then on another person may claim the item.
    long at = order.incrementAndGet();
    var answer = decisions.decide(claim.itemId(), person, choice(claim.fence(), outcome), null);
    seen.add(
        new Seen(
            at,
            claim.itemId(),
            person.id(),
            claim.fence(),
            answer.settled() ? What.SETTLED : What.OPINION));
  }

  private void refused(Decisions decisions, Claim claim, Person person, long fence) {
    try {
      decisions.decide(claim.itemId(), person, choice(fence, Outcome.NO_CONCERN), null);
    } catch (ConflictException e) {
      note(claim.itemId(), person, fence, What.REFUSED);
      return;
    }
    throw new AssertionError("an old fence decided " + claim.itemId());
  }

  private void takeBack(Claim claim, Person person, Decisions decisions, Reversals reversals) {
    Claim again;
    try {
      again = reversals.undo(claim.itemId(), person).orElse(null);
    } catch (ConflictException e) {
      return;
    }
    // A second person was quicker, and this one's own opinion stands.
    if (again == null) {
      return;
    }
    note(again.itemId(), person, again.fence(), What.CLAIMED);
    decide(decisions, again, person, Outcome.CANNOT_SAY);
  }

  private static Choice choice(long fence, Outcome outcome) {
    return new Choice(fence, outcome, List.of(ReasonCode.RUN_BY_OTHERS), "");
  }

  @Test
  void eachItemIsDecidedOnceAndNoLeaseIsHeldTwice() throws Exception {
    try (var threads = Executors.newFixedThreadPool(PEOPLE)) {
      var shifts = new ArrayList<Callable<Void>>();
      for (int i = 0; i < PEOPLE; i++) {
        shifts.add(shift(people.get(i), i));
      }
      for (var done : threads.invokeAll(shifts)) {
        done.get();
      }
    }
    theDatabaseAgreesWithItself();
    noFenceWasGivenTwice();
    nobodyHeldWhatAnotherHeld();
    assertThat(seen).anyMatch(each -> each.what() == What.REFUSED);
  }

  private long open() {
    return count("select count(*) from items where status <> 'DECIDED'");
  }

  private void theDatabaseAgreesWithItself() {
    assertThat(
            count(
                """
                select count(*) from items i where 1 <> (select count(*) from decisions d
                  where d.item_id = i.id and d.settled and d.taken_back_at is null)\
                """))
        .as("items without exactly one decision that stands")
        .isZero();
    assertThat(
            count(
                """
                select count(*) from items i join decisions d on d.item_id = i.id
                where d.settled and d.taken_back_at is null and d.outcome <> i.outcome\
                """))
        .as("items whose outcome is not the one decided")
        .isZero();
    assertThat(
            count(
                """
                select count(*) from items i where queue = 'ADULT' and outcome = 'REFER' and 2 >
                  (select count(distinct d.decided_by) from decisions d where d.item_id = i.id
                    and d.outcome = 'REFER' and d.taken_back_at is null)\
                """))
        .as("adult referrals of fewer than two people")
        .isZero();
    long settled = count("select count(*) from decisions where settled");
    long reversed =
        count("select count(*) from decisions where settled and taken_back_at is not null");
    assertThat(count("select count(*) from outbox")).isEqualTo(settled + reversed);
    assertThat(
            count("select items from rule_verdicts where outcome = 'REFER' and rule like 'man%'"))
        .isEqualTo(count("select count(*) from items where outcome = 'REFER'"));
    assertThat(count("select count(*) from audit where action = 'ITEM_DECIDED'"))
        .isEqualTo(settled);
    assertThat(count("select count(*) from audit where action = 'DECISION_TAKEN_BACK'"))
        .isEqualTo(count("select count(*) from decisions where taken_back_at is not null"));
  }

  private void noFenceWasGivenTwice() {
    record Hold(UUID item, long fence) {}
    var claimed =
        seen.stream()
            .filter(each -> each.what() == What.CLAIMED)
            .map(each -> new Hold(each.item(), each.fence()))
            .toList();
    assertThat(claimed).hasSizeGreaterThan(ITEMS).doesNotHaveDuplicates();
    var settled =
        seen.stream()
            .filter(each -> each.what() == What.SETTLED)
            .map(each -> new Hold(each.item(), each.fence()))
            .toList();
    assertThat(settled).doesNotHaveDuplicates();
    assertThat(settled).hasSize((int) count("select count(*) from decisions where settled"));
  }

  /** By fence: each claim was ended by its own person before the next one was given. */
  private void nobodyHeldWhatAnotherHeld() {
    record Held(UUID by, long from, long until) {}
    var byItem = new HashMap<UUID, TreeMap<Long, Held>>();
    seen.stream()
        .filter(each -> each.what() == What.CLAIMED)
        .forEach(each ->
            byItem
                .computeIfAbsent(each.item(), item -> new TreeMap<>())
                .put(each.fence(), new Held(each.by(), each.order(), Long.MAX_VALUE)));
    seen.stream()
        .filter(each -> Set.of(What.RELEASED, What.SETTLED, What.OPINION).contains(each.what()))
        .forEach(each ->
            byItem
                .getOrDefault(each.item(), new TreeMap<>())
                .compute(
                    each.fence(),
                    (fence, held) -> {
                      assertThat(held).as("claim %d of %s", fence, each.item()).isNotNull();
                      assertThat(held.by()).isEqualTo(each.by());
                      return new Held(held.by(), held.from(), each.order());
                    }));
    byItem.forEach((item, claims) -> {
      long free = 0;
      for (var held : claims.values()) {
        assertThat(held.from()).as("claims of %s: %s", item, claims).isGreaterThan(free);
        assertThat(held.until()).isLessThan(Long.MAX_VALUE);
        free = held.until();
      }
    });
  }

  private long count(String query) {
    return sql.sql(query).query(Long.class).single();
  }
}
