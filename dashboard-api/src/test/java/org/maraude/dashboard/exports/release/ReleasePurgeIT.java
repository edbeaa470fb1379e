package org.maraude.dashboard.exports.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.contacts.AuditKey;
import org.maraude.contacts.CaseKeys;
import org.maraude.contacts.DayKeyFiles;
import org.maraude.dashboard.audit.Chain;
import org.maraude.dashboard.audit.Heads;
import org.maraude.dashboard.exports.packages.Digest;
import org.maraude.dashboard.exports.table.Grid;
import org.maraude.dashboard.following.CaseErasure;
import org.maraude.dashboard.retention.Due;
import org.maraude.dashboard.retention.Retention;
import org.maraude.dashboard.retention.Term;

/** What is left of a release when its package's thirty days are over. */
class ReleasePurgeIT {

  private static final Duration KEPT = Duration.ofDays(30);

  @TempDir Path folder;
  private ReleaseWorld world;

  @BeforeEach
  void fill() {
    world = ReleaseWorld.filled();
  }

  @AfterEach
  void close() {
    world.close();
  }

  private Retention retention() {
    var clock = world.clock();
    return new Retention(
        world.database,
        DayKeyFiles.in(folder),
        new Chain(world.database, AuditKey.readOrCreate(folder), Heads.in(folder), clock),
        CaseErasure.over(world.database, CaseKeys.in(folder), clock),
        VolumeClosing.over(world.database, folder, ReleaseWorld.AREAS, clock),
        clock);
  }

  private static Due packages(List<Due> all) {
    return all.stream()
        .filter(due -> due.kind().equals(Term.EXPORT_FILES.name()))
        .findFirst()
        .orElseThrow();
  }

  private Release release(Release of) {
    return world.releases().of(of.id(), world.researcher);
  }

  private static Throwable goneAs(Throwable e, String code) {
    assertThat(e).isInstanceOf(ExportException.class);
    assertThat(((ExportException) e).code()).isEqualTo(code);
    assertThat(((ExportException) e).kind()).isEqualTo(ExportException.Kind.GONE);
    return e;
  }

  @Test
  void afterThirtyDaysThePackageGoesAndWhatItCostAndWasStays() {
    var asked = world.publicOne(Grid.DEPARTEMENTS, ReleaseWorld.FIRST, 50);
    assertThat(world.work().step()).isTrue();
    var ready = release(asked);
    var first = world.taken(ready);
    var oldLink = world.taking().link(ready);
    var left = new Budgets(world.sql, world.clock()).of(ReleaseWorld.FIRST);

    world.now = ReleaseWorld.NOW.plus(KEPT);
    assertThat(packages(retention().due()).count()).as("the last moment").isZero();
    assertThat(ready.fileUntil()).isEqualTo(world.now);
    retention().run();
    assertThat(world.taken(release(asked))).isEqualTo(first);

    world.now = ReleaseWorld.NOW.plus(KEPT).plusSeconds(1);
    var listed = packages(retention().due());
    assertThat(listed.count()).isEqualTo(1);
    assertThat(listed.oldest()).isEqualTo(ReleaseWorld.NOW);
    assertThat(world.count("select count(*) from export_files")).as("listing erases not").isOne();
    assertThat(packages(retention().run()).count()).isEqualTo(1);
    assertThat(world.count("select count(*) from export_files")).isZero();
    assertThat(packages(retention().due()).count()).isZero();
    assertThat(packages(retention().run()).count()).as("once more does nothing").isZero();
    assertThat(
            world.count(
                "select count(*) from audit where action = 'ERASED' and reason = 'EXPORT_FILES 1'"))
        .isOne();

    var purged = release(asked);
    assertThat(purged.state()).isEqualTo(State.READY);
    assertThat(purged.file()).isNull();
    assertThat(purged.sha256()).isEqualTo(Digest.of(first));
    assertThat(world.count("select count(*) from budget_ledger")).isOne();
    assertThat(new Budgets(world.sql, world.clock()).of(ReleaseWorld.FIRST)).isEqualTo(left);
    assertThatThrownBy(() -> world.taken(ready, oldLink))
        .satisfies(e -> assertThat(goneAs(e, "link-over")).hasMessageContaining("again"));
    assertThatThrownBy(() -> world.taken(ready, world.taking().link(purged)))
        .satisfies(e -> assertThat(goneAs(e, "export-purged")).hasMessageContaining("made again"));

    world.taking().again(asked.id(), world.researcher);
    assertThat(world.work().step()).isTrue();
    assertThat(world.taken(release(asked))).isEqualTo(first);
    assertThat(release(asked).fileUntil()).isEqualTo(world.now.plus(KEPT));
    assertThat(world.count("select count(*) from budget_ledger")).isOne();
  }

  @Test
  void onlyWhatIsOldGoes() {
    world.publicOne(Grid.DEPARTEMENTS, ReleaseWorld.FIRST, 50);
    assertThat(world.work().step()).isTrue();
    world.now = ReleaseWorld.NOW.plus(Duration.ofDays(10));
    var younger = world.publicOne(Grid.REGIONS, ReleaseWorld.FIRST, 50);
    assertThat(world.work().step()).isTrue();
    var firstIsOver = ReleaseWorld.NOW.plus(KEPT).plusSeconds(1);
    world.now = firstIsOver;
    assertThat(packages(retention().run()).count()).isEqualTo(1);
    assertThat(release(younger).file()).isNotNull();
    world.now = firstIsOver.plus(Duration.ofDays(10));
    assertThat(packages(retention().run()).count()).isEqualTo(1);
    assertThat(release(younger).file()).isNull();
  }
}
