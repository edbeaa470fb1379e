package org.maraude.dashboard.following;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.contacts.CanonicalContact;
import org.maraude.contacts.CaseKeys;
import org.maraude.contacts.ContactKind;
import org.maraude.contacts.KeyFolder;
import org.maraude.dashboard.accounts.Accounts;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.accounts.Role;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.following.CaseException.Problem;
import org.maraude.dashboard.queue.KeyReusedException;
import org.maraude.dashboard.schema.Schema;
import org.maraude.testkit.PostgresForTests;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Cases over a real database, at handed-in times. */
class CasesIT {

  private static final CanonicalContact PHONE =
      new CanonicalContact(ContactKind.PHONE, "+33639981204");
  private static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

  @TempDir static Path folder;
  static DriverManagerDataSource database;
  static JdbcClient sql;
  static TransactionTemplate transaction;
  static Person worker;
  static Person lead;
  static Person mate;
  static Person stranger;

  @BeforeAll
  static void start() {
    var fresh = PostgresForTests.fresh();
    database = new DriverManagerDataSource(fresh.jdbcUrl(), fresh.user(), fresh.password());
    Schema.migrate(database);
    sql = JdbcClient.create(database);
    transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    worker = person("worker", Role.OUTREACH);
    lead = person("lead", Role.LEAD);
    mate = person("mate", Role.OUTREACH);
    stranger = person("stranger", Role.LEAD);
    sql.sql("insert into teams (name, departements, made_at) values ('far', '{49}', now())")
        .update();
    sql.sql("update users set team = (select id from teams where name = 'far') where id = ?")
        .param(stranger.id())
        .update();
  }

  @BeforeEach
  void nothingIsKept() {
    sql.sql("delete from cases").update();
    sql.sql("delete from objections").update();
    sql.sql("delete from do_not_contact").update();
    CaseKeys.in(folder).all().forEach(CaseKeys.in(folder)::destroy);
  }

  private static Person person(String name, Role role) {
    var accounts = Accounts.over(database, Clock.systemUTC(), new SecureRandom());
    var person = accounts.bearerOf(accounts.issueToken(name, role)).orElseThrow();
    // Scripts are no colleagues; these are people with accounts.
    sql.sql("update users set technical = false, password_hash = '{none}' where id = ?")
        .param(person.id())
        .update();
    sql.sql("insert into user_roles (user_id, role) values (?, ?) on conflict do nothing")
        .params(person.id(), role.name())
        .update();
    return new Person(person.id(), name, Set.of(role));
  }

  private static Cases cases(Instant at) {
    var clock = Clock.fixed(at, ZoneOffset.UTC);
    return new Cases(
        sql,
        transaction,
        KeyFolder.openOrCreate(folder, clock),
        CaseKeys.in(folder),
        new Audit(sql, clock),
        clock,
        UUID::randomUUID);
  }

  private static CaseErasure erasure(Instant at) {
    return new CaseErasure(sql, transaction, CaseKeys.in(folder), Clock.fixed(at, ZoneOffset.UTC));
  }

  private static NewCase made(@Nullable CanonicalContact contact, LocalDate agreed) {
    return new NewCase(
        contact == null ? new NewCase.Origin.None() : new NewCase.Origin.Stated(contact),
        Agreement.SPOKEN,
        agreed,
        "44",
        agreed.plusDays(7),
        new Parts.Everyday("Alex", "mornings", SafeChannel.CALL, "es", "call about the room"),
        new Parts.Close(null, Set.of(Need.HOUSING), "wishes a room of their own"));
  }

  private static UUID open() {
    return cases(NOW).open(made(PHONE, TODAY), worker, null);
  }

  private static Problem problem(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    var thrown = new ArrayList<Throwable>();
    assertThatThrownBy(
            () -> {
              try {
                call.call();
              } catch (Throwable e) {
                thrown.add(e);
                throw e;
              }
            })
        .isInstanceOf(CaseException.class);
    return ((CaseException) thrown.getFirst()).problem();
  }

  private static void change(
      Person by, Parts.@Nullable Close close, Parts.@Nullable Health health) {
    var id = sql.sql("select id from cases").query(UUID.class).single();
    var version = sql.sql("select version from cases").query(Integer.class).single();
    var everyday = new Parts.Everyday("Alex", "", SafeChannel.SMS, "es", "");
    cases(NOW).change(id, new CaseChange(version, null, everyday, close, health), by);
  }

  @Test
  void everybodySeesTheirPartAndNothingElse() {
    var id = open();
    change(worker, null, new Parts.Health("asks for a doctor"));
    var own = cases(NOW).read(id, worker);
    assertThat(own.health()).isEqualTo("asks for a doctor");
    assertThat(own.situation()).isEqualTo("wishes a room of their own");
    assertThat(own.contact()).isNotNull();

    var leads = cases(NOW).read(id, lead);
    assertThat(leads.health()).isNull();
    assertThat(leads.needs()).containsExactly(Need.HOUSING);

    var standsIn = cases(NOW).read(id, mate);
    assertThat(standsIn.everyday().name()).isEqualTo("Alex");
    assertThat(standsIn.needs()).isNull();
    assertThat(standsIn.situation()).isNull();
    assertThat(standsIn.contact()).isNull();
    assertThat(standsIn.lines()).isEmpty();
    assertThat(problem(() -> cases(NOW).contact(id, mate))).isEqualTo(Problem.NOT_FOR_YOU);
    assertThat(cases(NOW).contact(id, lead).value()).isEqualTo(PHONE.value());
  }

  @Test
  void nobodyChangesAPartThatIsNotTheirs() {
    open();
    var close = new Parts.Close(null, Set.of(), "other");
    assertThat(problem(() -> change(mate, close, null))).isEqualTo(Problem.NOT_FOR_YOU);
    assertThat(problem(() -> change(lead, null, new Parts.Health("other"))))
        .isEqualTo(Problem.NOT_FOR_YOU);
  }

  @Test
  void toAnotherTeamACaseDoesNotExist() {
    var id = open();
    assertThat(problem(() -> cases(NOW).read(id, stranger))).isEqualTo(Problem.NO_SUCH_CASE);
    assertThat(problem(() -> cases(NOW).contact(id, stranger))).isEqualTo(Problem.NO_SUCH_CASE);
    assertThat(problem(() -> cases(NOW).note(id, "words", null, stranger, null)))
        .isEqualTo(Problem.NO_SUCH_CASE);
    assertThat(problem(() -> cases(NOW).close(id, Closing.DONE, "", stranger)))
        .isEqualTo(Problem.NO_SUCH_CASE);
    var lists = new CaseLists(sql, CaseKeys.in(folder), Clock.fixed(NOW, ZoneOffset.UTC));
    assertThat(lists.list(CaseLists.Which.TEAM, null, stranger).items()).isEmpty();
    assertThat(lists.list(CaseLists.Which.TEAM, null, lead).items()).hasSize(1);
  }

  @Test
  void nothingOfAPersonStandsInTheDatabaseInClear() {
    var id = open();
    cases(NOW).note(id, "told of a cousin in Nantes", null, worker, null);
    var all =
        sql.sql(
                "select c::text || coalesce(string_agg(l::text, ''), '') from cases c"
                    + " join case_lines l on l.case_id = c.id group by c.*")
            .query(String.class)
            .single();
    assertThat(all).doesNotContain("Alex", "room", "cousin", "HOUSING", "639981204", "mornings");
  }

  @Test
  void aPartMovedToAnotherPersonOrPlaceDoesNotOpen() {
    var one = open();
    var other = cases(NOW).open(made(null, TODAY), worker, null);
    sql.sql("update cases set everyday = (select everyday from cases where id = ?) where id = ?")
        .params(one, other)
        .update();
    assertThat(problem(() -> cases(NOW).read(other, worker))).isEqualTo(Problem.UNREADABLE);
    sql.sql("update cases set everyday = close where id = ?").param(one).update();
    assertThat(problem(() -> cases(NOW).read(one, worker))).isEqualTo(Problem.UNREADABLE);
  }

  @Test
  void aFormThatIsSentTwiceOpensOneCaseAndWritesOneLine() {
    var first = cases(NOW).open(made(PHONE, TODAY), worker, "form-1");
    assertThat(cases(NOW).open(made(PHONE, TODAY), worker, "form-1")).isEqualTo(first);
    for (var other : List.of(made(PHONE, TODAY.minusDays(1)), made(null, TODAY))) {
      assertThatThrownBy(() -> cases(NOW).open(other, worker, "form-1"))
          .isInstanceOf(KeyReusedException.class);
    }
    cases(NOW).note(first, "called", TODAY, worker, "note-1");
    cases(NOW).note(first, "called", TODAY, worker, "note-1");
    assertThat(cases(NOW).read(first, worker).lines()).hasSize(2);
  }

  @Test
  void aTeamAccompaniesAPersonOnceAlsoWhenTwoBeginAtTheSameMoment() throws Exception {
    int rounds = 20;
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (int i = 0; i < rounds; i++) {
        nothingIsKept();
        var start = new CountDownLatch(1);
        var both = new ArrayList<Future<@Nullable Problem>>();
        for (var by : List.of(worker, mate)) {
          both.add(
              threads.submit(() -> {
                start.await();
                try {
                  cases(NOW).open(made(PHONE, TODAY), by, null);
                  return null;
                } catch (CaseException e) {
                  return e.problem();
                }
              }));
        }
        start.countDown();
        var answers = new ArrayList<@Nullable Problem>();
        for (var each : both) {
          answers.add(each.get());
        }
        assertThat(answers).containsExactlyInAnyOrder(null, Problem.ALREADY_ACCOMPANIED);
        assertThat(sql.sql("select count(*) from cases").query(Long.class).single()).isEqualTo(1);
      }
    }
  }

  @Test
  void nobodyIsAccompaniedAgainstTheirNo() {
    var token = KeyFolder.openOrCreate(folder, Clock.systemUTC()).tokens().token(PHONE);
    sql.sql("insert into objections (token, noted_at) values (?, now())").param(token).update();
    assertThat(problem(CasesIT::open)).isEqualTo(Problem.SAID_NO);
    assertThat(sql.sql("select count(*) from cases").query(Long.class).single()).isZero();
  }

  @Test
  void aCaseIsHandedOverClosedAndOpenedAgain() {
    var id = open();
    assertThat(problem(() -> cases(NOW).handOver(id, "stranger", "", worker)))
        .isEqualTo(Problem.COLLEAGUE_UNKNOWN);
    assertThat(problem(() -> cases(NOW).handOver(id, "mate", "", mate)))
        .isEqualTo(Problem.NOT_FOR_YOU);
    assertThat(cases(NOW).read(id, worker).colleagues()).containsExactly("lead", "mate");
    cases(NOW).handOver(id, "mate", "call on Monday", worker);
    var after = cases(NOW).read(id, mate);
    assertThat(after.standing()).isEqualTo(Standing.ACCOMPANIES);
    assertThat(after.lines().getLast().text()).isEqualTo("call on Monday");
    assertThat(cases(NOW).read(id, worker).standing()).isEqualTo(Standing.STANDS_IN);

    cases(NOW).close(id, Closing.DONE, "", mate);
    assertThat(problem(() -> cases(NOW).note(id, "words", null, mate, null)))
        .isEqualTo(Problem.CLOSED);
    cases(NOW).reopen(id, lead);
    assertThat(cases(NOW).read(id, mate).closed()).isFalse();
  }

  @Test
  void whoReadAnOlderVersionOverwritesNothing() {
    var id = open();
    var everyday = new Parts.Everyday("Alex", "", SafeChannel.SMS, "es", "");
    cases(NOW).note(id, "", TODAY, mate, null);
    var stale = new CaseChange(0, null, everyday, null, null);
    assertThat(problem(() -> cases(NOW).change(id, stale, worker)))
        .isEqualTo(Problem.CHANGED_MEANWHILE);
  }

  @Test
  void whatIsMissingOrImpossibleIsSaid() {
    var tomorrow = TODAY.plusDays(1);
    assertThat(problem(() -> cases(NOW).open(made(PHONE, tomorrow), worker, null)))
        .isEqualTo(Problem.DATE_IN_THE_FUTURE);
    assertThat(problem(() -> new Parts.Everyday(" ", "", SafeChannel.SMS, "", "")))
        .isEqualTo(Problem.NAME_MISSING);
    assertThat(problem(() -> new Parts.Health("x".repeat(4_001)))).isEqualTo(Problem.TOO_LONG);
    assertThat(problem(() -> TypedCase.day("10/03/2026"))).isEqualTo(Problem.DATE_UNREADABLE);
    assertThat(problem(() -> TypedCase.empty(null, null, TODAY).read()))
        .isEqualTo(Problem.AGREEMENT_MISSING);
  }

  @Test
  void aCaseGoesTwoYearsAfterTheLastContactWithItsKeyAndNotBefore() {
    var id = open();
    var later = NOW.plusSeconds(86_400L * 300);
    cases(later).note(id, "", LocalDate.ofInstant(later, ZoneOffset.UTC), worker, null);
    var last = sql.sql("select last_contact_on from cases").query(LocalDate.class).single();
    var over = last.plusYears(2).atTime(12, 0).toInstant(ZoneOffset.UTC);
    assertThat(erasure(over).due()).isZero();
    assertThat(erasure(over).run()).isZero();
    assertThat(Files.exists(folder.resolve("private/cases").resolve(id.toString()))).isTrue();

    assertThat(erasure(over.plusSeconds(86_400)).due()).isEqualTo(1);
    assertThat(erasure(over.plusSeconds(86_400)).run()).isEqualTo(1);
    assertThat(sql.sql("select count(*) from case_lines").query(Long.class).single()).isZero();
    assertThat(Files.exists(folder.resolve("private/cases").resolve(id.toString()))).isFalse();
  }

  @Test
  void whatABackupBringsBackCannotBeReadAndAKeyWithoutACaseGoes() {
    var id = open();
    CaseKeys.in(folder).destroy(id);
    assertThat(problem(() -> cases(NOW).read(id, worker))).isEqualTo(Problem.UNREADABLE);
    var lists = new CaseLists(sql, CaseKeys.in(folder), Clock.fixed(NOW, ZoneOffset.UTC));
    var line = lists.list(CaseLists.Which.MINE, null, worker).items().getFirst();
    assertThat(line.name()).isNull();

    var orphan = UUID.randomUUID();
    CaseKeys.in(folder).create(orphan);
    erasure(NOW).run();
    assertThat(CaseKeys.in(folder).all()).doesNotContain(orphan);
  }

  @Test
  void listsAreReadPageByPageAndLoseAndDoubleNothing() {
    for (int i = 0; i < 56; i++) {
      var id = cases(NOW).open(made(null, TODAY.minusDays(i % 7)), worker, null);
      if (i % 10 == 0) {
        sql.sql("update cases set next_on = null where id = ?").param(id).update();
      }
    }
    var lists = new CaseLists(sql, CaseKeys.in(folder), Clock.fixed(NOW, ZoneOffset.UTC));
    var seen = new ArrayList<UUID>();
    @Nullable String cursor = null;
    do {
      var page = lists.list(CaseLists.Which.MINE, cursor, worker);
      page.items().forEach(line -> seen.add(line.id()));
      cursor = page.next();
    } while (cursor != null);
    assertThat(seen).hasSize(56).doesNotHaveDuplicates();
    assertThat(lists.list(CaseLists.Which.MINE, null, worker).items().getFirst().nextOn()).isNull();
    long due =
        sql.sql("select count(*) from cases where next_on is null or next_on <= '2026-03-10'")
            .query(Long.class)
            .single();
    assertThat(lists.due(worker)).isEqualTo((int) due);
  }
}
