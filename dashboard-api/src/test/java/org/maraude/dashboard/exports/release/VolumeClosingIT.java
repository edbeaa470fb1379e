package org.maraude.dashboard.exports.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.contacts.AuditKey;
import org.maraude.contacts.CaseKeys;
import org.maraude.contacts.DayKeyFiles;
import org.maraude.contacts.ExportKeys;
import org.maraude.dashboard.audit.Chain;
import org.maraude.dashboard.audit.Heads;
import org.maraude.dashboard.exports.packages.Digest;
import org.maraude.dashboard.exports.table.Grid;
import org.maraude.dashboard.following.CaseErasure;
import org.maraude.dashboard.retention.Due;
import org.maraude.dashboard.retention.Retention;

/** Rows of single advertisers go once their quarter is closed, and every figure stays. */
class VolumeClosingIT {

  /** The first quarter ended 430 days before, and the second began then. */
  private static final Instant OVER = Instant.parse("2027-06-05T08:00:00Z");

  @TempDir Path folder;
  private ReleaseWorld world;

  @BeforeEach
  void fill() {
    world = ReleaseWorld.filled();
    lastChanged(OVER.minus(Duration.ofDays(31)));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private void lastChanged(Instant at) {
    world.sql.sql("update volume_quarters set changed_at = ?").param(Timestamp.from(at)).update();
  }

  private VolumeClosing closing(Instant at) {
    world.now = at;
    return VolumeClosing.over(world.database, folder, ReleaseWorld.AREAS, world.clock());
  }

  private long rows() {
    return world.count("select count(*) from ad_volumes");
  }

  private List<String> sums() {
    return world
        .sql
        .sql(
            "select r::text from volume_rollup r union all select l::text from lifetime_rollup l"
                + " order by 1")
        .query(String.class)
        .list();
  }

  private void row(String advertiser, String day) {
    world
        .sql
        .sql(
            """
            insert into ad_volumes (advertiser, day, site_id, departement, category, new_ads,
              returning_ads, live_ads, gone_ads, ended)
            values (?, ?::date, 'demo-b', '44', '?', 1, 0, 1, 0, '{"3": 1}')\
            """)
        .params(advertiser, day)
        .update();
  }

  @Test
  void sumsAndFrozenCountsStayWhenTheRowsGo() {
    row("group-1", "2026-02-02");
    row("group-1", "2026-04-01");
    lastChanged(OVER.minus(Duration.ofDays(31)));
    var before = sums();
    long all = rows();

    assertThat(closing(OVER.minus(Duration.ofDays(1))).due()).isZero();
    assertThat(closing(OVER.minus(Duration.ofDays(1))).run()).isZero();
    assertThat(world.count("select count(*) from frozen_quarters")).isZero();

    assertThat(closing(OVER).due()).isEqualTo(all - 1);
    assertThat(rows()).isEqualTo(all);
    assertThat(closing(OVER).run()).isEqualTo(all - 1);
    assertThat(world.sql.sql("select day::text from ad_volumes").query(String.class).list())
        .containsExactly("2026-04-01");
    assertThat(sums()).isEqualTo(before);
    assertThat(world.sql.sql("select quarter from frozen_quarters").query(String.class).list())
        .containsExactly(ReleaseWorld.FIRST.toString());
    assertThat(closing(OVER).due()).isZero();
    assertThat(closing(OVER).run()).isZero();
  }

  @Test
  void aTableThatIsMadeAfterwardsHasTheSameCells() {
    byte[] noise = ExportKeys.noise(folder);
    String fromRows;
    try (var twin = ReleaseWorld.filled()) {
      twin.now = OVER;
      fromRows = digest(twin, noise);
    }
    assertThat(closing(OVER).run()).isPositive();
    assertThat(rows()).isZero();
    assertThat(digest(world, noise)).isEqualTo(fromRows);
  }

  /** Of the table without its description, which names who asked and when. */
  private static String digest(ReleaseWorld world, byte[] noise) {
    var asked = world.publicOne(Grid.DEPARTEMENTS, ReleaseWorld.FIRST, 50);
    assertThat(world.work(noise).step()).isTrue();
    var ready = world.releases().of(asked.id(), world.researcher);
    return Digest.of(table(world.taken(ready)));
  }

  private static byte[] table(byte[] archive) {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().endsWith(".csv")) {
          return zip.readAllBytes();
        }
      }
      throw new AssertionError("no table in the package");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aQuarterOfWhichSomethingCameThisMonthWaits() {
    lastChanged(OVER.minus(Duration.ofDays(29)));
    assertThat(closing(OVER).due()).isZero();
    assertThat(closing(OVER).run()).isZero();
    assertThat(closing(OVER.plus(Duration.ofDays(1))).run()).isPositive();
  }

  @Test
  void nothingGoesUnfrozenAndNothingComesBack() {
    assertThatThrownBy(() -> world.count("select close_volumes('2026-01-01', now())"))
        .hasMessageContaining("2026-Q1 is not frozen");
    assertThat(closing(OVER).run()).isPositive();
    var sums = sums();
    assertThatThrownBy(() -> row("group-1", "2026-02-02"))
        .hasMessageContaining("2026-Q1 are closed");
    assertThat(sums()).isEqualTo(sums);
    row("group-1", "2019-02-02");
    assertThat(sums()).hasSizeGreaterThan(sums.size());
  }

  @Test
  void aRunThatWasCutOffIsFinishedByTheNext() {
    try (var cut = ReleaseWorld.filled()) {
      var sums = cut.sql.sql("select r::text from volume_rollup r order by 1").query().listOfRows();
      cut.sql.sql("update volume_quarters set changed_at = '2027-01-01'").update();
      cut.sql.sql("insert into frozen_quarters values ('2026-Q1', now())").update();
      assertThat(cut.count("select close_volumes('2026-01-01', '2027-02-01')")).isPositive();
      cut.now = OVER;
      var closing = VolumeClosing.over(cut.database, folder, ReleaseWorld.AREAS, cut.clock());
      assertThat(closing.due()).isEqualTo(cut.count("select count(*) from ad_volumes"));
      assertThat(closing.run()).isPositive();
      assertThat(cut.count("select count(*) from ad_volumes")).isZero();
      assertThat(cut.sql.sql("select r::text from volume_rollup r order by 1").query().listOfRows())
          .isEqualTo(sums);
    }
  }

  @Test
  void whichIdsAreOneIsForgottenWithTheirLastRow() {
    row("group-7", "2026-04-01");
    lastChanged(OVER.minus(Duration.ofDays(31)));
    for (var pair : List.of("'group-1', 'group-2'", "'group-7', 'group-8'")) {
      world.sql.sql("select merge_advertisers(%s)".formatted(pair)).query(row -> {});
    }
    assertThat(world.count("select count(*) from advertiser_groups")).isEqualTo(4);
    closing(OVER).run();
    assertThat(world.sql.sql("select advertiser from advertiser_groups").query(String.class).list())
        .containsExactlyInAnyOrder("group-7", "group-8");
  }

  @Test
  void afterALongRestTheStreamIsReadBeforeAnythingIsClosed() {
    var closing = closing(OVER);
    var keys = DayKeyFiles.in(folder);
    var audit =
        new Chain(world.database, AuditKey.readOrCreate(folder), Heads.in(folder), world.clock());
    var cases = CaseErasure.over(world.database, CaseKeys.in(folder), world.clock());
    var retention = new Retention(world.database, keys, audit, cases, closing, world.clock());
    world
        .sql
        .sql("insert into retention_runs (at, erased) values (?, 0)")
        .param(Timestamp.from(OVER.minus(Duration.ofDays(3))))
        .update();
    assertThat(retention.run()).extracting(Due::kind).doesNotContain(Due.VOLUMES);
    assertThat(rows()).isPositive();
    assertThat(retention.run()).extracting(Due::kind).contains(Due.VOLUMES);
    assertThat(rows()).isZero();
  }
}
