package org.maraude.dashboard.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maraude.dashboard.schema.Schema;
import org.maraude.events.volume.AdVolume;
import org.maraude.events.volume.AdvertiserMerged;
import org.maraude.places.Departement;
import org.maraude.places.Departements;
import org.maraude.testkit.PostgresForTests;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The sums that pages read are at all times what a plain recount of the rows gives. */
class VolumeRollupIT {

  private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
  private static final List<String> DEPARTEMENTS = List.of("44", "75", "2A", "974", "?");

  private DriverManagerDataSource database;
  private JdbcClient sql;

  @BeforeEach
  void empty() {
    var fresh = PostgresForTests.fresh();
    database = new DriverManagerDataSource(fresh.jdbcUrl(), fresh.user(), fresh.password());
    sql = JdbcClient.create(database);
  }

  private void write(List<Arrived<AdVolume>> batch) {
    new TransactionTemplate(new JdbcTransactionManager(database))
        .executeWithoutResult(status -> new VolumeRows(new JdbcTemplate(database)).write(batch));
  }

  private static Arrived<AdVolume> random(SplittableRandom random) {
    var volume =
        new AdVolume(
            "advertiser-" + random.nextInt(12),
            FIRST.plusDays(random.nextInt(24)),
            "demo-" + random.nextInt(3),
            DEPARTEMENTS.get(random.nextInt(DEPARTEMENTS.size())),
            random.nextBoolean() ? "?" : "massage",
            random.nextInt(3),
            random.nextInt(2),
            random.nextInt(3),
            random.nextInt(2),
            random.nextInt(3) == 0 ? Map.of(random.nextInt(9), 1, 9 + random.nextInt(9), 2) : null);
    boolean deleted = random.nextInt(5) == 0;
    return new Arrived<>(volume.key(), deleted ? null : volume, Instant.EPOCH);
  }

  private static List<Arrived<AdVolume>> batch(SplittableRandom random) {
    var batch = new ArrayList<Arrived<AdVolume>>();
    for (int i = random.nextInt(1, 40); i > 0; i--) {
      batch.add(random(random));
    }
    return batch;
  }

  private void assertRollupIsTheRecount() {
    assertThat(difference()).isEmpty();
  }

  private List<String> difference() {
    return sql.sql(
            """
            (select 'kept ' || r from volume_rollup r
              except select 'kept ' || r from volume_recount('-infinity', 'infinity') r)
            union all
            (select 'counted ' || r from volume_recount('-infinity', 'infinity') r
              except select 'counted ' || r from volume_rollup r)
            union all
            (select 'ended ' || r from lifetime_rollup r
              except select 'ended ' || r from lifetime_recount() r)
            union all
            (select 'recounted ' || r from lifetime_recount() r
              except select 'recounted ' || r from lifetime_rollup r)\
            """)
        .query(String.class)
        .list();
  }

  @Test
  void anyHistoryWithLateRecordsAndDeletesIsSummedAsItStands() {
    Schema.migrate(database);
    var random = new SplittableRandom(20260101);
    var told = new ArrayList<List<Arrived<AdVolume>>>();
    for (int i = 0; i < 25; i++) {
      var batch = batch(random);
      told.add(batch);
      write(batch);
      assertRollupIsTheRecount();
    }
    assertThat(sql.sql("select count(*) from ad_volumes").query(Long.class).single())
        .isGreaterThan(200);

    // A replay brings older counts back on its way, and ends where it began.
    var before = stands();
    told.forEach(this::write);
    assertThat(stands()).isEqualTo(before);
    assertRollupIsTheRecount();

    sql.sql(
            "update ad_volumes set advertiser = 'advertiser-1' where advertiser = 'advertiser-2'"
                + " and category = 'massage' and not exists (select from ad_volumes o where"
                + " o.advertiser = 'advertiser-1' and o.day = ad_volumes.day)")
        .update();
    assertRollupIsTheRecount();
    sql.sql("delete from ad_volumes").update();
    assertThat(sql.sql("select count(*) from volume_rollup").query(Long.class).single()).isZero();
  }

  @Test
  void whatIsToldAgainOfAClosedQuarterIsNotCountedAgain() {
    Schema.migrate(database);
    var random = new SplittableRandom(7);
    var told = new ArrayList<List<Arrived<AdVolume>>>();
    for (int i = 0; i < 5; i++) {
      var batch = batch(random);
      told.add(batch);
      write(batch);
    }
    var before = stands();
    sql.sql("insert into frozen_quarters values ('2026-Q1', now())").update();
    FIRST.datesUntil(FIRST.plusDays(20)).forEach(this::close);
    // A run that was cut off leaves rows of a closed quarter.
    assertThat(sql.sql("select count(*) from ad_volumes").query(Long.class).single()).isPositive();
    told.forEach(this::write);
    assertThat(stands()).isEqualTo(before);
    FIRST.datesUntil(FIRST.plusDays(24)).forEach(this::close);
    told.forEach(this::write);
    assertThat(sql.sql("select count(*) from ad_volumes").query(Long.class).single()).isZero();
    assertThat(stands()).isEqualTo(before);

    var open = new AdVolume("advertiser-1", FIRST.plusDays(100), "demo-1", "44", "?", 1, 0, 1, 0);
    write(List.of(new Arrived<>(open.key(), open, Instant.EPOCH)));
    assertThat(stands()).hasSize(before.size() + 10);
  }

  private void close(LocalDate day) {
    sql.sql("select close_volumes(?, now())").param(day).query(row -> {});
  }

  private List<String> stands() {
    return sql.sql("select r::text from volume_rollup r order by 1").query(String.class).list();
  }

  private void merge(String old, String named) {
    var event = new AdvertiserMerged(old, named, Instant.EPOCH);
    new TransactionTemplate(new JdbcTransactionManager(database))
        .executeWithoutResult(
            status -> new MergedRows(sql).write(List.of(new Arrived<>(old, event, Instant.EPOCH))));
  }

  private long advertisers(String step, LocalDate start) {
    return sql.sql(
            "select advertisers from volume_rollup where step = ? and split = 'none' and start = ?")
        .params(step, start)
        .query(Long.class)
        .single();
  }

  @Test
  void advertisersThatTurnOutToBeOneAreCountedOnceFromThenOnAndBefore() {
    Schema.migrate(database);
    var monday = LocalDate.parse("2026-01-05");
    for (var name : List.of("a", "b", "c")) {
      var volume = new AdVolume(name, monday, "demo-a", "44", "?", 1, 0, 1, 0);
      write(List.of(new Arrived<>(volume.key(), volume, Instant.EPOCH)));
    }
    assertThat(advertisers("day", monday)).isEqualTo(3);
    merge("b", "a");
    assertThat(advertisers("day", monday)).isEqualTo(2);
    merge("b", "a");
    assertThat(advertisers("day", monday)).as("told again").isEqualTo(2);
    // The group's next ad counts under any of its ids.
    var next = new AdVolume("b", monday.plusDays(1), "demo-a", "44", "?", 1, 0, 1, 0);
    write(List.of(new Arrived<>(next.key(), next, Instant.EPOCH)));
    assertThat(advertisers("day", monday.plusDays(1))).isEqualTo(1);
    assertThat(advertisers("week", monday)).isEqualTo(2);
    merge("a", "c");
    assertThat(advertisers("week", monday)).isEqualTo(1);
    assertRollupIsTheRecount();
    write(List.of(new Arrived<>("a|2026-01-05|demo-a|44|?", null, Instant.EPOCH)));
    assertThat(advertisers("day", monday)).isEqualTo(1);
    assertRollupIsTheRecount();
  }

  @Test
  void mergesBetweenAnyRecordsKeepTheSumsRight() {
    Schema.migrate(database);
    var random = new SplittableRandom(94);
    var told = new ArrayList<List<String>>();
    for (int i = 0; i < 12; i++) {
      write(batch(random));
      var ids = List.of("advertiser-" + random.nextInt(14), "advertiser-" + random.nextInt(14));
      told.add(ids);
      merge(ids.getFirst(), ids.getLast());
      assertRollupIsTheRecount();
    }
    var before = stands();
    told.reversed().forEach(ids -> merge(ids.getFirst(), ids.getLast()));
    assertThat(stands()).isEqualTo(before);
    sql.sql("delete from ad_volumes").update();
    assertThat(sql.sql("select count(*) from volume_rollup").query(Long.class).single()).isZero();
  }

  @Test
  void aRecordThatStandsAlreadyWritesNothing() {
    Schema.migrate(database);
    var batch = batch(new SplittableRandom(7));
    write(batch);
    var versions = "select string_agg(xmin::text, ' ') from volume_rollup";
    var before = sql.sql(versions).query(String.class).single();
    var standing =
        Rows.lastOfEach(batch).stream()
            .filter(each -> each.event() != null)
            .collect(Collectors.toList());
    write(standing);
    assertThat(sql.sql(versions).query(String.class).single()).isEqualTo(before);
  }

  @Test
  void writersAtTheSameTimeCountAnAdvertiserOnce() throws Exception {
    Schema.migrate(database);
    var random = new SplittableRandom(99);
    try (var threads = Executors.newFixedThreadPool(5)) {
      var writers = new ArrayList<Callable<Void>>();
      for (int site = 0; site < 4; site++) {
        var own = random.split();
        var name = "demo-" + site;
        writers.add(() -> {
          for (int i = 0; i < 8; i++) {
            write(batch(own).stream().map(each -> at(name, each)).toList());
          }
          return null;
        });
      }
      writers.add(() -> {
        for (int i = 0; i < 6; i++) {
          merge("advertiser-" + i, "advertiser-" + (i * 7 + 3) % 12);
        }
        return null;
      });
      for (var writer : threads.invokeAll(writers)) {
        writer.get();
      }
    }
    assertRollupIsTheRecount();
  }

  /** The same key is always told by the same partition, hence by one writer. */
  private static Arrived<AdVolume> at(String site, Arrived<AdVolume> arrived) {
    var parts = arrived.key().split("\\|");
    var volume =
        new AdVolume(parts[0], LocalDate.parse(parts[1]), site, parts[3], parts[4], 1, 0, 1, 0);
    return new Arrived<>(volume.key(), arrived.event() == null ? null : volume, arrived.at());
  }

  @Test
  void anInstallationThatCountedBeforeIsSummedWhenItIsRenewed() {
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:maraude/schema")
        .table("schema_history")
        .target("52")
        .load()
        .migrate();
    sql.sql(
            "insert into ad_volumes select 'advertiser-' || i % 5, date '2026-01-01' + i, 'demo-a',"
                + " '44', '?', i % 3, 0, i % 2, 0 from generate_series(0, 30) i")
        .update();
    Schema.migrate(database);
    assertThat(sql.sql("select count(*) from volume_rollup").query(Long.class).single())
        .isGreaterThan(10);
    assertRollupIsTheRecount();
  }

  @Test
  void theDatabaseKnowsTheDepartmentsOfTheOfficialList() {
    Schema.migrate(database);
    assertThat(
            sql.sql("select departement || ' ' || region from departement_regions")
                .query(String.class)
                .list())
        .containsExactlyInAnyOrderElementsOf(
            Departements.all().stream().map(VolumeRollupIT::words).toList());
  }

  private static String words(Departement departement) {
    return departement.code() + " " + departement.region();
  }
}
