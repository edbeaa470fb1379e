package org.maraude.dashboard.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maraude.dashboard.audit.Finding.Kind;
import org.maraude.dashboard.schema.Schema;
import org.maraude.testkit.PostgresForTests;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The chain over a real database, and what somebody with that database may try. */
class AuditChainIT {

  private static final byte[] KEY = "a key of thirty-two bytes, 012345".substring(0, 32).getBytes();
  private static final UUID SOMEONE = new UUID(1, 2);
  private static final Instant NOON = Instant.now().truncatedTo(ChronoUnit.DAYS);

  @TempDir Path folder;
  private static final List<String> TABLES = List.of("audit", "audit_chain", "audit_checkpoints");

  private static DriverManagerDataSource database;
  private static JdbcClient sql;

  @BeforeAll
  static void tables() {
    var fresh = PostgresForTests.fresh();
    database = new DriverManagerDataSource(fresh.jdbcUrl(), fresh.user(), fresh.password());
    Schema.migrate(database);
    sql = JdbcClient.create(database);
  }

  @BeforeEach
  void nothingWasDone() {
    unguarded();
    for (var table : TABLES) {
      sql.sql("truncate " + table + " restart identity").update();
      sql.sql("alter table " + table + " enable trigger user").update();
    }
  }

  private static void unguarded() {
    for (var table : TABLES) {
      sql.sql("alter table " + table + " disable trigger user").update();
    }
  }

  private void write(int count, Instant at) {
    var audit = new Audit(sql, Clock.fixed(at, ZoneOffset.UTC));
    for (int i = 0; i < count; i++) {
      audit.write(i % 3 == 0 ? null : SOMEONE, Deed.ITEM_READ, "item-" + i, "");
    }
  }

  private Chain chain(Instant at) {
    return new Chain(database, KEY, Heads.in(folder), Clock.fixed(at, ZoneOffset.UTC));
  }

  private void written(int count) {
    write(count, NOON);
    assertThat(chain(NOON).extend()).isEqualTo(count);
  }

  private List<Finding> findings() {
    return new ChainCheck(database, KEY, Heads.in(folder)).run(read -> {}).findings();
  }

  /** As the database's owner can, without the program. */
  private void meddle(String... statements) {
    unguarded();
    for (var statement : statements) {
      assertThat(sql.sql(statement).update()).as(statement).isPositive();
    }
  }

  @Test
  void whatNobodyTouchedIsAsItWasWritten() {
    written(20);
    write(3, NOON.plusSeconds(1));
    assertThat(chain(NOON).extend()).isEqualTo(3);
    assertThat(chain(NOON).extend()).isZero();
    var result = new ChainCheck(database, KEY, Heads.in(folder)).run(read -> {});
    assertThat(result.lines()).isEqualTo(23);
    assertThat(result.findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "action = 'ITEM_DECIDED'",
        "subject = 'item-8'",
        "reason = 'x'",
        "at = at + interval '1 microsecond'",
        "actor = null",
        "actor = '00000000-0000-0001-0000-000000000003'",
        "action = 'UNHEARD_OF'"
      })
  void oneByteThatWasFlippedIsFoundAtItsPlace(String change) {
    written(20);
    meddle("update audit set " + change + " where seq = 8");
    assertThat(findings()).containsExactly(new Finding(Kind.LINE_CHANGED, 8));
  }

  @Test
  void aFlippedHashIsFound() {
    written(20);
    meddle(
        "update audit_chain set hash = set_byte(hash, 0, get_byte(hash, 0) # 1) where place = 8");
    assertThat(findings())
        .containsExactly(new Finding(Kind.LINE_CHANGED, 8), new Finding(Kind.LINE_CHANGED, 9));
  }

  @Test
  void aRowThatWasDroppedIsFound() {
    written(20);
    meddle("delete from audit where seq = 8");
    assertThat(findings()).containsExactly(new Finding(Kind.LINE_MISSING, 8));
  }

  @Test
  void aRowThatWasDroppedWithItsPlaceIsFound() {
    written(20);
    meddle("delete from audit where seq = 8", "delete from audit_chain where place = 8");
    assertThat(findings()).containsExactly(new Finding(Kind.PLACES_MISSING, 9));
  }

  @Test
  void aTailThatWasCutIsFoundByTheHeadOutside() {
    written(20);
    meddle("delete from audit where seq > 15", "delete from audit_chain where place > 15");
    assertThat(findings()).containsExactly(new Finding(Kind.END_CUT_OFF, 20));
  }

  @Test
  void aBeginningThatWasCutIsFound() {
    written(20);
    meddle("delete from audit where seq < 5", "delete from audit_chain where place < 5");
    assertThat(findings()).containsExactly(new Finding(Kind.PLACES_MISSING, 5));
  }

  @Test
  void everythingGoneIsFound() {
    written(20);
    meddle("delete from audit_chain", "delete from audit");
    assertThat(findings()).containsExactly(new Finding(Kind.END_CUT_OFF, 20));
  }

  @Test
  void twoRowsThatWereSwappedAreFound() {
    written(20);
    meddle(
        """
        update audit a set at = b.at, actor = b.actor, subject = b.subject
        from audit b where (a.seq, b.seq) in ((7, 8), (8, 7))\
        """);
    assertThat(findings())
        .containsExactly(new Finding(Kind.LINE_CHANGED, 7), new Finding(Kind.LINE_CHANGED, 8));
  }

  @Test
  void twoPlacesThatWereSwappedAreFound() {
    written(20);
    meddle(
        "update audit_chain set seq = -7 where place = 7",
        "update audit_chain set seq = 7 where place = 8",
        "update audit_chain set seq = 8 where place = 7");
    assertThat(findings())
        .containsExactly(new Finding(Kind.LINE_CHANGED, 7), new Finding(Kind.LINE_CHANGED, 8));
  }

  @Test
  void aTailThatWasWrittenAnewWithAnotherKeyIsFound() {
    written(20);
    meddle("delete from audit where seq > 15", "delete from audit_chain where place > 15");
    write(5, NOON);
    new Chain(
            database,
            new byte[32],
            Heads.in(folder.resolve("elsewhere")),
            Clock.fixed(NOON, ZoneOffset.UTC))
        .extend();
    assertThat(findings())
        .contains(new Finding(Kind.LINE_CHANGED, 16), new Finding(Kind.HEAD_DIFFERS, 20));
  }

  @Test
  void aLineThatNobodyLinkedIsTold() {
    written(3);
    write(1, NOON.minus(Duration.ofHours(1)));
    assertThat(findings()).containsExactly(new Finding(Kind.LINE_UNLINKED, 4));
  }

  @Test
  void theProgramItselfCannotChangeOrDeleteALine() {
    written(3);
    for (var statement :
        List.of(
            "update audit set reason = 'x'",
            "delete from audit",
            "truncate audit",
            "update audit_chain set seq = 9 where seq = 3",
            "delete from audit_chain",
            "truncate audit_chain",
            "truncate audit_checkpoints")) {
      assertThatThrownBy(() -> sql.sql(statement).update())
          .hasStackTraceContaining("audit rows stay as they were written");
    }
  }

  @Test
  void writersInSeveralProcessesMakeOneChain() throws Exception {
    write(1_000, NOON);
    try (var writers = Executors.newFixedThreadPool(4)) {
      var work =
          IntStream.range(0, 4)
              .<Callable<Void>>mapToObj(i ->
                  () -> {
                    var chain = chain(NOON);
                    while (sql.sql("select count(*) from audit_chain").query(Long.class).single()
                        < 1_000) {
                      chain.extend();
                    }
                    return null;
                  })
              .toList();
      for (var done : writers.invokeAll(work)) {
        done.get();
      }
    }
    assertThat(findings()).isEmpty();
  }

  @Test
  void wholeMonthsGoAfterAYearAndTheRestCanStillBeChecked() {
    var old = NOON.minus(Duration.ofDays(460));
    write(5, old);
    chain(old).extend();
    write(5, NOON.minus(Duration.ofDays(200)));
    chain(NOON.minus(Duration.ofDays(200))).extend();
    written(5);
    assertThat(findings()).isEmpty();
    assertThat(chain(NOON).purge()).isEqualTo(5);
    assertThat(chain(NOON).purge()).isZero();
    assertThat(sql.sql("select count(*) from audit").query(Long.class).single()).isEqualTo(10);
    assertThat(findings()).isEmpty();
    write(5, NOON);
    chain(NOON).extend();
    assertThat(findings()).isEmpty();
  }

  @Test
  void aPurgeThatNoMonthsEndAllowsIsFound() {
    write(5, NOON.minus(Duration.ofDays(460)));
    chain(NOON.minus(Duration.ofDays(460))).extend();
    written(5);
    // Older than a year, so that the database lets them go; but it is not the end of their month.
    sql.sql("delete from audit where seq <= 3").update();
    sql.sql("delete from audit_chain where place <= 3").update();
    assertThat(findings()).contains(new Finding(Kind.PLACES_MISSING, 4));
  }

  @Test
  void aCheckpointOfSomebodyElseIsFound() {
    written(5);
    sql.sql(
            "insert into audit_checkpoints select 5, '2020-01-01', hash, hash from audit_chain where place = 5")
        .update();
    assertThat(findings()).containsExactly(new Finding(Kind.CHECKPOINT_FALSE, 5));
  }

  @Test
  void aHeadThatIsDamagedIsNamed() throws IOException {
    written(5);
    var head = folder.resolve("audit-heads").resolve(NOON.toString().substring(0, 10));
    Files.writeString(head, "five");
    assertThatThrownBy(this::findings).hasStackTraceContaining(head + " is no head of an audit");
  }
}
