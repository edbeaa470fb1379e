package org.maraude.dashboard.rounds.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maraude.dashboard.schema.Schema;
import org.maraude.testkit.PostgresForTests;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What is counted at once and what an hour later, over a real database. */
class MonthlyCountsIT {

  private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
  private static final UUID SOMEBODY = UUID.randomUUID();

  private static JdbcClient sql;
  private Instant now = NOW;
  private MonthlyCounts months;

  @BeforeAll
  static void start() {
    var fresh = PostgresForTests.fresh();
    var database = new DriverManagerDataSource(fresh.jdbcUrl(), fresh.user(), fresh.password());
    Schema.migrate(database);
    // What is past was noted under rules that looked at other days.
    sql =
        JdbcClient.create(
            new SingleConnectionDataSource(fresh.jdbcUrl(), fresh.user(), fresh.password(), true));
    sql.sql("set session_replication_role = replica").update();
    sql.sql(
            "insert into users (id, name, technical, created_at) values (?, 'somebody', true, now())")
        .param(SOMEBODY)
        .update();
  }

  @BeforeEach
  void nothingIsThere() {
    for (var table : List.of("attempts", "round_ads", "round_workers", "rounds")) {
      sql.sql("delete from " + table).update();
    }
    months = counts();
  }

  private MonthlyCounts counts() {
    InstantSource source = () -> now;
    return new MonthlyCounts(sql, source.withZone(ZoneOffset.UTC));
  }

  private void attempt(String at, @Nullable String departement, String outcome) {
    sql.sql(
            """
            insert into attempts (id, token, departement, made_by, at, noted_at, channel, language,
              outcome, wish)
            values (gen_random_uuid(), gen_random_uuid()::text, ?, ?, ?::timestamptz,
              ?::timestamptz, 'SMS', 'fr', ?, 'NONE')\
            """)
        .params(Arrays.asList(departement, SOMEBODY, at, at, outcome))
        .update();
  }

  private long count(YearMonth month, String departement, Measure measure) {
    return months.of(month.getYear()).stream()
        .filter(each -> each.month().equals(month))
        .filter(each -> each.departement().equals(departement))
        .filter(each -> each.measure() == measure)
        .mapToLong(ActivityReport.Counted::count)
        .sum();
  }

  @Test
  void aMonthIsThatOfFranceAndAnUnknownPlaceIsOneOfItsOwn() {
    attempt("2026-05-31T22:30:00Z", "44", "NO_ANSWER");
    attempt("2026-05-31T21:30:00Z", "44", "ANSWERED");
    attempt("2026-05-10T10:00:00Z", null, "REFUSED");
    assertThat(count(YearMonth.of(2026, 6), "44", Measure.ATTEMPTS)).isEqualTo(1);
    assertThat(count(YearMonth.of(2026, 5), "44", Measure.ATTEMPTS)).isEqualTo(1);
    assertThat(count(YearMonth.of(2026, 5), "44", Measure.ANSWERS)).isEqualTo(1);
    assertThat(count(YearMonth.of(2026, 5), "?", Measure.ANSWERS)).isEqualTo(1);
    assertThat(months.of(2025)).isEmpty();
  }

  @Test
  void theLastTwoMonthsAreCountedAfterAMinuteAndEarlierOnesAfterAnHour() {
    for (var day : new String[] {"2026-06-01", "2026-05-02", "2026-04-03", "2026-01-04"}) {
      attempt(day + "T10:00:00Z", "75", "NO_ANSWER");
    }
    assertThat(months.of(2026)).filteredOn(c -> c.measure() == Measure.ATTEMPTS).hasSize(4);
    for (var day : new String[] {"2026-06-01", "2026-05-02", "2026-04-03", "2026-02-04"}) {
      attempt(day + "T11:00:00Z", "75", "NO_ANSWER");
    }
    assertThat(count(YearMonth.of(2026, 6), "75", Measure.ATTEMPTS)).isEqualTo(1);
    now = NOW.plus(Duration.ofSeconds(61));
    assertThat(count(YearMonth.of(2026, 6), "75", Measure.ATTEMPTS)).isEqualTo(2);
    assertThat(count(YearMonth.of(2026, 5), "75", Measure.ATTEMPTS)).isEqualTo(2);
    assertThat(count(YearMonth.of(2026, 4), "75", Measure.ATTEMPTS)).isEqualTo(1);
    assertThat(count(YearMonth.of(2026, 2), "75", Measure.ATTEMPTS)).isZero();
    now = NOW.plus(Duration.ofMinutes(61));
    assertThat(count(YearMonth.of(2026, 4), "75", Measure.ATTEMPTS)).isEqualTo(2);
    assertThat(count(YearMonth.of(2026, 2), "75", Measure.ATTEMPTS)).isEqualTo(1);
    assertThat(count(YearMonth.of(2026, 1), "75", Measure.ATTEMPTS)).isEqualTo(1);
  }

  @Test
  void adsAreSeenOnceSomethingWasTriedInTheirRound() {
    sql.sql(
            """
            insert into rounds (id, team, day, made_by, made_at, asked)
            select ?, id, '2026-06-02', ?, now(), '' from teams limit 1\
            """)
        .params(new UUID(0, 1), SOMEBODY)
        .update();
    sql.sql("insert into round_workers (round, worker, place) values (?, ?, 1)")
        .params(new UUID(0, 1), SOMEBODY)
        .update();
    sql.sql(
            """
            insert into round_ads (round, place, departement, worker)
            select ?, n, case when n < 3 then '69' else '01' end, ? from generate_series(1, 5) n\
            """)
        .params(new UUID(0, 1), SOMEBODY)
        .update();
    assertThat(months.of(2026)).isEmpty();
    now = NOW.plus(Duration.ofMinutes(61));
    attempt("2026-06-02T10:00:00Z", "69", "NO_ANSWER");
    sql.sql("update attempts set round = ?").param(new UUID(0, 1)).update();
    assertThat(count(YearMonth.of(2026, 6), "69", Measure.ADS)).isEqualTo(2);
    assertThat(count(YearMonth.of(2026, 6), "01", Measure.ADS)).isEqualTo(3);
  }
}
