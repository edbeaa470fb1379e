package org.maraude.dashboard.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.contacts.AuditKey;
import org.maraude.contacts.CanonicalContact;
import org.maraude.contacts.CaseKeys;
import org.maraude.contacts.ContactKind;
import org.maraude.contacts.DayKeyFiles;
import org.maraude.contacts.KeyFolder;
import org.maraude.contacts.SealException;
import org.maraude.dashboard.accounts.Accounts;
import org.maraude.dashboard.accounts.Role;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Chain;
import org.maraude.dashboard.audit.Deed;
import org.maraude.dashboard.audit.Heads;
import org.maraude.dashboard.exports.Exports;
import org.maraude.dashboard.following.CaseErasure;
import org.maraude.dashboard.schema.Schema;
import org.maraude.testkit.PostgresForTests;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database of dated fixtures, before and after the job. */
class RetentionIT {

  private static final Instant NOW = Instant.now();
  private static final CanonicalContact CONTACT =
      new CanonicalContact(ContactKind.PHONE, "+33639981204");

  @TempDir Path folder;
  private static DriverManagerDataSource database;
  private static JdbcClient sql;
  private static UUID one;
  private static UUID other;

  @BeforeAll
  static void tables() {
    var fresh = PostgresForTests.fresh();
    database = new DriverManagerDataSource(fresh.jdbcUrl(), fresh.user(), fresh.password());
    Schema.migrate(database);
    sql = JdbcClient.create(database);
    one = person("one");
    other = person("other");
  }

  @BeforeEach
  void nothingIsKept() {
    for (var table : List.of("attempts", "rounds", "items", "objections", "do_not_contact")) {
      sql.sql("delete from " + table).update();
    }
    sql.sql("delete from retention_runs").update();
    for (var table : List.of("audit", "audit_chain", "audit_checkpoints")) {
      sql.sql("alter table " + table + " disable trigger user").update();
      sql.sql("truncate " + table + " restart identity").update();
      sql.sql("alter table " + table + " enable trigger user").update();
    }
  }

  private static UUID person(String name) {
    var accounts = Accounts.over(database, Clock.systemUTC(), new SecureRandom());
    return accounts.bearerOf(accounts.issueToken(name, Role.LEAD)).orElseThrow().id();
  }

  private Chain chain(Instant at) {
    return new Chain(
        database, AuditKey.readOrCreate(folder), Heads.in(folder), Clock.fixed(at, ZoneOffset.UTC));
  }

  private Retention retention(Instant at) {
    var clock = Clock.fixed(at, ZoneOffset.UTC);
    var cases = CaseErasure.over(database, CaseKeys.in(folder), clock);
    var volumes = Exports.volumeClosing(database, folder, clock);
    return new Retention(database, DayKeyFiles.in(folder), chain(at), cases, volumes, clock);
  }

  private static Instant daysAgo(long days) {
    return NOW.minus(Duration.ofDays(days)).minusSeconds(60);
  }

  /** Sealed with the key of the day on which the ad was flagged. */
  private String sealed(Instant at) {
    var clock = Clock.fixed(at, ZoneOffset.UTC);
    return KeyFolder.openOrCreate(folder, clock).sealer().seal(CONTACT);
  }

  private void item(
      String adId,
      String queue,
      String status,
      Instant flagged,
      @Nullable String outcome,
      @Nullable Instant decided) {
    boolean text = !status.equals("WITHDRAWN");
    boolean referred = "REFER".equals(outcome);
    sql.sql(
            """
            insert into items (ad_id, site_id, queue, status, flagged_at, score, revision, language,
              signals, rules, assessment, outcome, decided_at, referred_by, confirmed_by,
              sealed_with)
            values (?, 'demo-a', ?, ?, ?, 1, 1, 'fr', '{}', '{}', ?::json, ?, ?, ?, ?, ?)\
            """)
        .params(
            Arrays.asList(
                adId,
                queue,
                status,
                Timestamp.from(flagged),
                text ? "{\"body\": \"Bonjour\"}" : null,
                outcome,
                decided == null ? null : Timestamp.from(decided),
                referred ? one : null,
                referred ? other : null,
                text ? new String[] {sealed(flagged).split(":", 2)[0]} : new String[0]))
        .update();
  }

  private void waiting(String adId, String queue, long days) {
    item(adId, queue, "WAITING", daysAgo(days), null, null);
  }

  private void decided(String adId, String queue, String outcome, long days) {
    item(adId, queue, "DECIDED", daysAgo(days + 1), outcome, daysAgo(days));
  }

  private List<String> left() {
    return sql.sql("select ad_id from items order by ad_id").query(String.class).list();
  }

  private static String told(List<Due> all) {
    return all.stream()
        .filter(due -> due.count() > 0)
        .map(due -> due.kind() + " " + due.count())
        .collect(Collectors.joining(", "));
  }

  @Test
  void whatIsOverGoesAndWhatIsNotStays() {
    waiting("adult-unread-30", "ADULT", 30);
    waiting("adult-unread-29", "ADULT", 29);
    waiting("minor-unread-400", "MINOR", 400);
    decided("no-concern-7", "ADULT", "NO_CONCERN", 7);
    decided("no-concern-6", "ADULT", "NO_CONCERN", 6);
    decided("duplicate-7", "ADULT", "DUPLICATE", 7);
    decided("cannot-say-7", "MINOR", "CANNOT_SAY", 7);
    decided("contact-90", "ADULT", "CONTACT_IN_ROUND", 90);
    decided("contact-89", "ADULT", "CONTACT_IN_ROUND", 89);
    decided("refer-90", "ADULT", "REFER", 90);
    decided("refer-89", "MINOR", "REFER", 89);
    item("withdrawn-30", "ADULT", "WITHDRAWN", daysAgo(30), null, null);
    item("withdrawn-29", "ADULT", "WITHDRAWN", daysAgo(29), null, null);
    sql.sql(
            """
            insert into decisions (id, item_id, round, revision, queue, decided_by, outcome, reasons,
              note, fence, settled, decided_at)
            select gen_random_uuid(), id, 1, 1, queue, ?, outcome, '{RUN_BY_OTHERS}', 'a note', 0,
              true, decided_at from items where outcome is not null\
            """)
        .param(one)
        .update();

    var before = left();
    var listed = told(retention(NOW).due());
    assertThat(left()).as("a list erases nothing").isEqualTo(before);
    assertThat(told(retention(NOW).run())).isEqualTo(listed);

    assertThat(left())
        .containsExactly(
            "adult-unread-29",
            "contact-89",
            "minor-unread-400",
            "no-concern-6",
            "refer-89",
            "withdrawn-29");
    assertThat(listed).startsWith("UNREAD 1, NO_CONCERN 3, FOLLOWED 2, WITHDRAWN 1");
    assertThat(sql.sql("select count(*) from decisions").query(Long.class).single()).isEqualTo(3);
    assertThat(told(retention(NOW).run())).as("a second run finds nothing").isEmpty();
    assertThat(
            sql.sql("select reason from audit where action = 'ERASED' order by seq")
                .query(String.class)
                .list())
        .contains("UNREAD 1", "NO_CONCERN 3");
  }

  private UUID round(long daysAgo) {
    var id = UUID.randomUUID();
    sql.sql(
            """
            insert into rounds (id, team, day, made_by, made_at, asked)
            select ?, u.team, ?, u.id, ?, '' from users u where u.id = ?\
            """)
        .params(
            id,
            LocalDate.ofInstant(NOW, ZoneOffset.UTC).minusDays(daysAgo),
            Timestamp.from(daysAgo(daysAgo)),
            one)
        .update();
    sql.sql("insert into round_workers (round, worker, place) values (?, ?, 1)")
        .params(id, one)
        .update();
    return id;
  }

  private void attempt(UUID round, String token, long daysAgo, String outcome) {
    // Dated past the rules, which ask for an ad that is there.
    sql.sql("alter table attempts disable trigger attempts_within_the_rules").update();
    sql.sql(
            """
            insert into attempts (id, round, token, made_by, at, noted_at, channel, language, outcome,
              wish)
            values (gen_random_uuid(), ?, ?, ?, ?, ?, 'SMS', 'fr', ?, 'NONE')\
            """)
        .params(
            round,
            token,
            one,
            Timestamp.from(daysAgo(daysAgo)),
            Timestamp.from(daysAgo(daysAgo)),
            outcome)
        .update();
    sql.sql("alter table attempts enable trigger attempts_within_the_rules").update();
  }

  @Test
  void attemptsGoTwoYearsAfterTheLastOfTheirContactAndEmptyRoundsAfterAMonth() {
    var begun = round(800);
    round(32);
    round(28);
    attempt(begun, "token-silent", 800, "NO_ANSWER");
    attempt(begun, "token-silent", 731, "NO_ANSWER");
    attempt(begun, "token-talking", 800, "ANSWERED");
    attempt(begun, "token-talking", 700, "ANSWERED");
    var listed = told(retention(NOW).due());
    assertThat(listed).isEqualTo("ATTEMPTS 2, ROUNDS 1");
    assertThat(told(retention(NOW).run())).isEqualTo(listed);
    assertThat(sql.sql("select distinct token from attempts").query(String.class).list())
        .containsExactly("token-talking");
    assertThat(sql.sql("select count(*) from rounds").query(Long.class).single()).isEqualTo(2);
  }

  @Test
  void aNoOutlivesAllThatIsErasedAndAnObjectionErasesAttemptsThatABackupBroughtBack() {
    attempt(round(1), "token-refused", 800, "REFUSED");
    retention(NOW).run();
    assertThat(sql.sql("select count(*) from attempts").query(Long.class).single()).isZero();
    assertThat(sql.sql("select token from do_not_contact").query(String.class).list())
        .containsExactly("token-refused");
    sql.sql("insert into objections (token, noted_at) values ('token-objected-to', now())")
        .update();
    attempt(round(1), "token-objected-to", 3, "NO_ANSWER");
    retention(NOW).run();
    assertThat(sql.sql("select count(*) from attempts").query(Long.class).single()).isZero();
    assertThat(sql.sql("select count(*) from do_not_contact").query(Long.class).single())
        .isEqualTo(2);
  }

  @Test
  void anItemThatSomebodyIsReadingWaits() {
    waiting("read", "ADULT", 31);
    sql.sql("update items set holder = ?, lease_until = ?")
        .params(one, Timestamp.from(NOW.plusSeconds(60)))
        .update();
    assertThat(told(retention(NOW).run())).isEmpty();
    assertThat(told(retention(NOW.plusSeconds(120)).run())).startsWith("UNREAD 1");
  }

  @Test
  void aDaysKeyGoesAndNothingSealedThatDayCanBeOpenedAnyMore() {
    var old = sealed(daysAgo(40));
    var recent = sealed(daysAgo(20));
    var opener = KeyFolder.openOrCreate(folder, Clock.fixed(NOW, ZoneOffset.UTC)).opener();
    assertThat(opener.open(old)).isEqualTo(CONTACT);
    retention(NOW).run();
    assertThatThrownBy(() -> opener.open(old)).isInstanceOf(SealException.class);
    assertThat(opener.open(recent)).isEqualTo(CONTACT);
  }

  @Test
  void aKeyThatAnOpenMinorItemNeedsStaysUntilItIsDecided() {
    waiting("minor", "MINOR", 50);
    var day = LocalDate.ofInstant(daysAgo(50), ZoneOffset.UTC);
    retention(NOW).run();
    assertThat(DayKeyFiles.in(folder).days()).contains(day);
    sql.sql("update items set status = 'DECIDED', outcome = 'NO_CONCERN', decided_at = ?")
        .param(Timestamp.from(daysAgo(1)))
        .update();
    retention(NOW).run();
    assertThat(DayKeyFiles.in(folder).days()).doesNotContain(day);
  }

  @Test
  void aTextThatTheDatabaseCannotReadAsTextKeepsNothingFromGoing() {
    waiting("hostile", "MINOR", 50);
    waiting("other", "ADULT", 50);
    sql.sql(
            """
            update items set assessment = ('{"body": "\\u0000 \\ud800", '
              || substr(assessment::text, 2))::json where ad_id = 'hostile'\
            """)
        .update();
    retention(NOW).run();
    assertThat(left()).containsExactly("hostile");
    assertThat(DayKeyFiles.in(folder).days())
        .contains(LocalDate.ofInstant(daysAgo(50), ZoneOffset.UTC));
  }

  @Test
  void oldMonthsOfTheAuditGo() {
    var old = daysAgo(460);
    new Audit(sql, Clock.fixed(old, ZoneOffset.UTC)).write(one, Deed.ITEM_READ, "", "");
    chain(old).extend();
    new Audit(sql, Clock.fixed(NOW, ZoneOffset.UTC)).write(one, Deed.ITEM_READ, "", "");
    chain(NOW).extend();
    assertThat(told(retention(NOW).due())).isEqualTo("AUDIT 1");
    assertThat(told(retention(NOW).run())).isEqualTo("AUDIT 1");
  }

  @Test
  void itRunsAtTheFirstCallOnceADayAndSaysWhenItIsLate() {
    var job = retention(NOW);
    assertThat(job.isLate()).isFalse();
    job.runWhenDue();
    job.runWhenDue();
    assertThat(runs()).isEqualTo(1);
    // Another start, as after a restore.
    retention(NOW.plusSeconds(1)).runWhenDue();
    assertThat(runs()).isEqualTo(2);
    assertThat(retention(NOW.plus(Retention.LATE)).isLate()).isFalse();
    assertThat(retention(NOW.plus(Retention.LATE).plusSeconds(2)).isLate()).isTrue();
  }

  private long runs() {
    return sql.sql("select count(*) from retention_runs").query(Long.class).single();
  }

  private void post(String words, String status, long endedDaysAgo) {
    sql.sql(
            """
            with c as (insert into campaigns (id, team, name, aim, first_day, last_day, made_at)
              select gen_random_uuid(), team, :words, '', cast(:ended as date) - 60, cast(:ended as date), now()
              from users where id = :other returning id)
            insert into posts (id, campaign, kind, platform, words, alt_text, planned_at, status,
              version, author, writers, approved_by, approved_at, published_by, published_at,
              reference, written_at)
            select gen_random_uuid(), c.id, 'POST', 'OTHER', :words, '', cast(:ended as date) - 1,
              :status, 1, :other, array[cast(:other as uuid)],
              case when :status = 'PUBLISHED' then cast(:reader as uuid) end,
              case when :status = 'PUBLISHED' then now() end,
              case when :status = 'PUBLISHED' then cast(:other as uuid) end,
              case when :status = 'PUBLISHED' then now() end, '', now()
            from c\
            """)
        .param("words", words)
        .param("status", status)
        .param("ended", daysAgo(endedDaysAgo).atZone(ZoneOffset.UTC).toLocalDate())
        .param("other", other)
        .param("reader", person("approver"))
        .update();
  }

  @Test
  void aYearAfterACampaignItsDraftsGoAndThePublishedPostsLoseTheirNamesOnly() {
    sql.sql("delete from campaigns").update();
    post("old draft", "DRAFT", 370);
    post("old post", "PUBLISHED", 370);
    post("new draft", "DRAFT", 360);
    post("new post", "PUBLISHED", 360);
    assertThat(told(retention(NOW).due())).contains("POST_DRAFTS 1").contains("POST_NAMES 1");
    retention(NOW).run();
    assertThat(sql.sql("select words from posts order by words").query(String.class).list())
        .containsExactly("new draft", "new post", "old post");
    assertThat(
            sql.sql(
                    """
                    select words from posts where author is null and writers = '{}'
                      and approved_by is null and published_by is null\
                    """)
                .query(String.class)
                .list())
        .containsExactly("old post");
    assertThat(told(retention(NOW.plusSeconds(60)).due())).doesNotContain("POST_NAMES 1");
    sql.sql("delete from campaigns").update();
  }
}
