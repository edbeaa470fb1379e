package org.maraude.dashboard.exports.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.accounts.Role;
import org.maraude.dashboard.exports.intruder.Intruder;
import org.maraude.dashboard.exports.intruder.Protection;
import org.maraude.dashboard.exports.packages.Kind;
import org.maraude.dashboard.exports.packages.PackageCheck;
import org.maraude.dashboard.exports.packages.PublicKeyFile;
import org.maraude.dashboard.exports.table.Grid;
import org.maraude.dashboard.exports.table.Quarter;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Releases against a real database: what is frozen, paid, approved, killed and made again. */
class ReleasesIT {

  @TempDir Path folder;

  private ReleaseWorld world;
  private JdbcClient sql;

  @BeforeEach
  void fill() {
    world = ReleaseWorld.filled();
    sql = world.sql;
  }

  @AfterEach
  void close() {
    world.close();
  }

  private byte[] made(UUID id) {
    assertThat(world.work().step()).isTrue();
    var release = world.releases().of(id, world.researcher);
    assertThat(release.state()).as("%s", release).isEqualTo(State.READY);
    return world.taken(release);
  }

  private static String code(Throwable e) {
    return ((ExportException) e).code();
  }

  @Test
  void aReleaseMadeAgainIsTheSameWhateverWasErasedMergedOrAddedSince() throws Exception {
    var one = world.publicOne(Grid.DEPARTEMENTS, ReleaseWorld.FIRST, 50);
    var first = made(one.id());
    var exact = world.approved(Grid.REGIONS);
    var firstExact = made(exact.id());
    var file = folder.resolve("p.zip");
    for (var content : List.of(first, firstExact)) {
      Files.write(file, content);
      var key = PublicKeyFile.read(ReleaseWorld.SIGNING.publicPem()).orElseThrow();
      assertThat(PackageCheck.of(file, key).findings()).isEmpty();
      assertThat(new String(content, java.nio.charset.StandardCharsets.UTF_8))
          .as("no word of a site, no advertiser")
          .doesNotContain("=1+1", "everywhere", "group-");
    }

    sql.sql("delete from ad_volumes where advertiser < 'group-3'").update();
    sql.sql("update ad_volumes set advertiser = 'merged' where advertiser = 'group-31'").update();
    world.now = ReleaseWorld.NOW.plus(Duration.ofDays(40));
    sql.sql("delete from export_files").update();
    assertThat(world.releases().of(one.id(), world.researcher).file()).isNull();
    var again = new ArrayList<byte[]>();
    for (var id : List.of(one.id(), exact.id())) {
      world.taking().again(id, world.researcher);
      again.add(made(id));
    }
    assertThat(again.get(0)).isEqualTo(first);
    assertThat(again.get(1)).isEqualTo(firstExact);
  }

  @Test
  void anotherKeyGivesNoSecondDrawOfATableThatWasPublished() {
    var one = world.publicOne(Grid.DEPARTEMENTS, ReleaseWorld.FIRST, 50);
    made(one.id());
    sql.sql("delete from export_files").update();
    world.taking().again(one.id(), world.researcher);
    assertThat(world.work((byte) 1, (byte) 2).step()).isTrue();
    var failed = world.releases().of(one.id(), world.researcher);
    assertThat(failed.state()).isEqualTo(State.FAILED);
    assertThat(failed.failure()).isEqualTo("not-the-same");
    assertThatThrownBy(() -> world.publicOne(Grid.DEPARTEMENTS, ReleaseWorld.FIRST, 50))
        .satisfies(e -> assertThat(code(e)).isEqualTo("export-exists"));
  }

  @Test
  void anAdvertiserErasedBeforeIsNotCountedAndOneWhoIsEverywhereCountsInThreeCells() {
    sql.sql("delete from ad_volumes where advertiser <> 'everywhere'").update();
    var counts =
        new Freezer(
                world.database, world.transaction, ReleaseWorld.AREAS, new byte[32], world.clock())
            .of(ReleaseWorld.FIRST, Grid.DEPARTEMENTS);
    assertThat(counts.advertisers().values()).allMatch(count -> count == 1).hasSize(7);
    assertThat(counts.bounded().values().stream().mapToLong(n -> n).sum()).isEqualTo(3);
    for (var attempt :
        List.of(
            "update frozen_counts set bounded = 0",
            "delete from frozen_counts",
            "delete from frozen_quarters")) {
      assertThatThrownBy(() -> sql.sql(attempt).update())
          .as(attempt)
          .rootCause()
          .hasMessageContaining("stays as it was counted");
    }
  }

  @Test
  void anAdvertiserWithTwoIdsThatTurnedOutToBeOneCountsOnceAndInThreeCells() {
    sql.sql("delete from ad_volumes where advertiser <> 'everywhere'").update();
    sql.sql(
            """
            insert into ad_volumes (advertiser, day, site_id, departement, category, new_ads,
              returning_ads, live_ads, gone_ads)
            select 'again', day, 'demo-b', departement, category, 1, 0, 1, 0 from ad_volumes\
            """)
        .update();
    sql.sql("select merge_advertisers('again', 'everywhere')").query().singleRow();
    var counts =
        new Freezer(
                world.database, world.transaction, ReleaseWorld.AREAS, new byte[32], world.clock())
            .of(ReleaseWorld.FIRST, Grid.DEPARTEMENTS);
    assertThat(counts.advertisers().values()).allMatch(count -> count == 1).hasSize(7);
    assertThat(counts.bounded().values().stream().mapToLong(n -> n).sum()).isEqualTo(3);
  }

  @Test
  void theTwoGridsOfAQuarterTogetherGiveNoCountAway() {
    made(world.approved(Grid.DEPARTEMENTS).id());
    made(world.approved(Grid.REGIONS).id());
    var all = new Published(sql, ReleaseWorld.AREAS).of(ReleaseWorld.FIRST, UUID.randomUUID());
    assertThat(all.hidden()).isNotEmpty();
    assertThat(new Intruder(all).closed(Protection.K)).isEmpty();
  }

  @Test
  void whoeverDiesLeavesALeaseThatEndsAndAnotherGoesOn() {
    var one = world.publicOne(Grid.REGIONS, ReleaseWorld.FIRST, 100);
    var dead = world.work();
    var job = dead.claim().orElseThrow();
    assertThat(world.work().step()).as("one at a time").isFalse();
    assertThat(world.releases().of(one.id(), world.researcher).state()).isEqualTo(State.MAKING);
    world.now = ReleaseWorld.NOW.plus(ReleaseWork.LEASE).plusSeconds(1);
    made(one.id());
    assertThatThrownBy(() -> dead.make(job))
        .as("who comes back from the dead publishes nothing")
        .isInstanceOf(IllegalStateException.class);
    assertThat(sql.sql("select fence from releases").query(Long.class).single()).isEqualTo(2);
    assertThat(sql.sql("select count(*) from export_files").query(Long.class).single())
        .isEqualTo(1);
  }

  private static List<String> atOnce(List<Callable<Release>> asks) throws Exception {
    var outcomes = new ArrayList<String>();
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var each : people.invokeAll(asks)) {
        try {
          outcomes.add(each.get().state().name());
        } catch (java.util.concurrent.ExecutionException e) {
          outcomes.add(code(java.util.Objects.requireNonNull(e.getCause())));
        }
      }
    }
    return outcomes.stream().sorted().toList();
  }

  @Test
  void aSpentBudgetRefusesAlsoThoseWhoComeAtOnce() throws Exception {
    var sameQuarter = new ArrayList<Callable<Release>>();
    for (var grid : Grid.values()) {
      sameQuarter.add(() -> world.publicOne(grid, ReleaseWorld.FIRST, 60));
    }
    assertThat(atOnce(sameQuarter)).containsExactly("WAITING", "budget-spent");
    assertThat(new Budgets(sql, world.clock()).of(ReleaseWorld.FIRST).left()).isEqualTo("0.40");

    var sameYear = new ArrayList<Callable<Release>>();
    for (int year = 2018; year < 2026; year++) {
      var quarter = new Quarter(year, 2);
      sameYear.add(() -> world.publicOne(Grid.REGIONS, quarter, 100));
    }
    assertThat(atOnce(sameYear)).filteredOn(outcome -> outcome.equals("WAITING")).hasSize(3);
    assertThat(new Budgets(sql, world.clock()).thisYear().left()).isEqualTo("0.40");
    assertThat(sql.sql("select count(*) from releases").query(Long.class).single()).isEqualTo(4);
    assertThatThrownBy(() -> sql.sql("delete from budget_ledger").update())
        .as("what is spent does not come back")
        .rootCause()
        .hasMessageContaining("stays");
  }

  @Test
  void theSameTableIsNotHadTwice() throws Exception {
    var asks = new ArrayList<Callable<Release>>();
    for (int i = 0; i < 6; i++) {
      asks.add(() -> world.publicOne(Grid.REGIONS, ReleaseWorld.FIRST, 10));
    }
    assertThat(atOnce(asks)).filteredOn("WAITING"::equals).hasSize(1);
    assertThat(new Budgets(sql, world.clock()).of(ReleaseWorld.FIRST).left()).isEqualTo("0.90");
  }

  @Test
  void twoOthersApproveOrNothingIsMade() {
    var ask =
        Ask.of(Kind.RESEARCH, Grid.REGIONS, "2026-Q1", null, "Agreement 1", world.asking().today());
    var id = world.asking().ask(ask, world.researcher, null).id();
    assertThat(world.work().step()).isFalse();
    world.deciding().approve(id, world.lead);
    assertThatThrownBy(() -> world.deciding().approve(id, world.lead))
        .satisfies(e -> assertThat(code(e)).isEqualTo("approved-by-you"));
    assertThat(world.work().step()).isFalse();
    for (var attempt :
        List.of(
            "state = 'WAITING'",
            "approved_second = approved_first",
            "approved_second = asked_by, state = 'WAITING'")) {
      assertThatThrownBy(() -> sql.sql("update releases set " + attempt).update())
          .as(attempt)
          .isInstanceOf(DataIntegrityViolationException.class);
    }
    var both = new Person(world.researcher.id(), "researcher", Set.of(Role.RESEARCHER, Role.LEAD));
    assertThatThrownBy(() -> world.deciding().approve(id, both))
        .satisfies(e -> assertThat(code(e)).isEqualTo("own-export"));
    var other = world.person("other", Role.RESEARCHER);
    assertThatThrownBy(() -> world.releases().of(id, other))
        .satisfies(e -> assertThat(code(e)).isEqualTo("no-such-export"));
    assertThat(world.deciding().approve(id, world.analyst).state()).isEqualTo(State.WAITING);
    made(id);
  }

  @Test
  void aLinkHoldsForAnHour() {
    var one = world.publicOne(Grid.REGIONS, ReleaseWorld.FIRST, 100);
    made(one.id());
    var release = world.releases().of(one.id(), world.researcher);
    var query = world.taking().link(release).split("[=&]");
    long until = Long.parseLong(query[1]);
    world.now = ReleaseWorld.NOW.plus(Duration.ofMinutes(61));
    for (var seal : List.of(query[3], "")) {
      assertThatThrownBy(() ->
              world
                  .taking()
                  .take(one.id(), String.valueOf(release.file()), until, seal, world.researcher))
          .satisfies(e -> assertThat(code(e)).isEqualTo("link-over"));
    }
    assertThatThrownBy(() ->
            world
                .taking()
                .take(
                    one.id(),
                    String.valueOf(release.file()),
                    until + 7200,
                    query[3],
                    world.researcher))
        .satisfies(e -> assertThat(code(e)).isEqualTo("link-over"));
  }

  @Test
  void onlyWholeQuartersThatAreOverCanBeHad() {
    for (var quarter : List.of("2026-Q3", "2026-07", "2026-Q5", "2026-Q1/2026-Q2", "")) {
      assertThatThrownBy(
              () -> Ask.of(Kind.PUBLIC, Grid.REGIONS, quarter, 10, null, world.asking().today()))
          .as(quarter)
          .isInstanceOf(ExportException.class);
    }
    assertThat(new Quarter(2026, 2).last()).isEqualTo("2026-06-30");
    assertThatThrownBy(
            () -> Ask.of(Kind.PUBLIC, Grid.REGIONS, "2026-Q2", 10, null, LocalDate.of(2026, 7, 7)))
        .as("late records may still come")
        .isInstanceOf(ExportException.class);
  }
}
