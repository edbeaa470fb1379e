package org.maraude.dashboard.exports.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.exports.intruder.Intruder;
import org.maraude.dashboard.exports.intruder.Protection;
import org.maraude.dashboard.exports.packages.Kind;
import org.maraude.dashboard.exports.packages.PackageCheck;
import org.maraude.dashboard.exports.packages.PublicKeyFile;
import org.maraude.dashboard.exports.packages.SigningKey;
import org.maraude.dashboard.exports.table.Areas;
import org.maraude.dashboard.exports.table.Grid;
import org.maraude.dashboard.exports.table.Quarter;
import org.maraude.dashboard.schema.Schema;
import org.maraude.testkit.PostgresForTests;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Releases against a real database: what is frozen, paid, approved, killed and made again. */
class ReleasesIT {

  private static final Areas AREAS =
      new Areas(
          Map.of("22", "53", "29", "53", "35", "53", "44", "52", "49", "52", "971", "01"),
          Map.of());
  private static final Instant NOW = Instant.parse("2026-07-20T08:00:00Z");
  private static final Quarter FIRST = new Quarter(2026, 1);
  private static final SigningKey SIGNING = new SigningKey(new byte[32]);

  @TempDir Path folder;

  private HikariDataSource database;
  private JdbcClient sql;
  private TransactionTemplate transaction;
  private Person researcher;
  private Person lead;
  private Person analyst;
  private Instant now = NOW;

  @BeforeEach
  void fill() {
    var fresh = PostgresForTests.fresh();
    database = new HikariDataSource();
    database.setJdbcUrl(fresh.jdbcUrl());
    database.setUsername(fresh.user());
    database.setPassword(fresh.password());
    Schema.migrate(database);
    sql = JdbcClient.create(database);
    transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    researcher = person("researcher", Role.RESEARCHER);
    lead = person("lead", Role.LEAD);
    analyst = person("analyst", Role.ANALYST);
    var random = new Random(11);
    var rows = new ArrayList<Object[]>();
    var departements = List.of("22", "29", "35", "44", "49", "971", "=1+1");
    for (int i = 0; i < 600; i++) {
      var home = i % 100 == 0 ? "971" : departements.get(random.nextInt(5));
      for (int month = 1; month <= 3; month++) {
        if (random.nextInt(4) > 0) {
          rows.add(volume("group-" + i, LocalDate.of(2026, month, 1 + random.nextInt(28)), home));
        }
      }
    }
    rows.add(volume("injected", FIRST.first(), "=1+1"));
    // One advertiser everywhere, every day.
    for (int day = 0; day < 90; day++) {
      for (var departement : departements) {
        rows.add(volume("everywhere", FIRST.first().plusDays(day), departement));
      }
    }
    new JdbcTemplate(database)
        .batchUpdate(
            """
            insert into ad_volumes (advertiser, day, site_id, departement, category, new_ads,
              returning_ads, live_ads, gone_ads) values (?, ?, 'demo-a', ?, '?', 1, 0, 1, 0)
            on conflict do nothing\
            """,
            rows);
  }

  private static Object[] volume(String advertiser, LocalDate day, String departement) {
    return new Object[] {advertiser, day, departement};
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Person person(String name, Role role) {
    var id =
        sql.sql("insert into users (name, technical, created_at) values (?, true, ?) returning id")
            .params(name, Timestamp.from(NOW))
            .query(UUID.class)
            .single();
    return new Person(id, name, Set.of(role));
  }

  private Clock clock() {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  private Releases releases() {
    return new Releases(sql);
  }

  private Asking asking() {
    return new Asking(
        sql,
        transaction,
        releases(),
        new Budgets(sql, clock()),
        new Audit(sql, clock()),
        clock(),
        UUID::randomUUID);
  }

  private Deciding deciding() {
    return new Deciding(sql, transaction, releases(), new Audit(sql, clock()));
  }

  private Taking taking() {
    var links = new DownloadLink(new byte[32]);
    return new Taking(sql, transaction, releases(), links, new Audit(sql, clock()), clock());
  }

  private ReleaseWork work(byte... key) {
    return ReleaseWork.over(
        database, key.length == 0 ? new byte[32] : key, SIGNING, AREAS, clock());
  }

  private Release publicOne(Grid grid, Quarter quarter, int epsilon) {
    var ask = Ask.of(Kind.PUBLIC, grid, quarter.toString(), epsilon, null, asking().today());
    return asking().ask(ask, researcher, null);
  }

  private Release approved(Grid grid) {
    var ask =
        Ask.of(Kind.RESEARCH, grid, FIRST.toString(), null, "Agreement 1", asking().today());
    var asked = asking().ask(ask, researcher, null);
    deciding().approve(asked.id(), lead);
    return deciding().approve(asked.id(), analyst);
  }

  private byte[] made(UUID id) {
    assertThat(work().step()).isTrue();
    var release = releases().of(id, researcher);
    assertThat(release.state()).as("%s", release).isEqualTo(State.READY);
    return taken(release);
  }

  private byte[] taken(Release release) {
    var query = taking().link(release).split("[=&]");
    return taking()
        .take(
            release.id(),
            String.valueOf(release.file()),
            Long.parseLong(query[1]),
            query[3],
            researcher);
  }

  private static String code(Throwable e) {
    return ((ExportException) e).code();
  }

  @Test
  void aReleaseMadeAgainIsTheSameWhateverWasErasedMergedOrAddedSince() throws Exception {
    var one = publicOne(Grid.DEPARTEMENTS, FIRST, 50);
    var first = made(one.id());
    var exact = approved(Grid.REGIONS);
    var firstExact = made(exact.id());
    var file = folder.resolve("p.zip");
    for (var content : List.of(first, firstExact)) {
      Files.write(file, content);
      var key = PublicKeyFile.read(SIGNING.publicPem()).orElseThrow();
      assertThat(PackageCheck.of(file, key).findings()).isEmpty();
      assertThat(new String(content, java.nio.charset.StandardCharsets.UTF_8))
          .as("no word of a site, no advertiser")
          .doesNotContain("=1+1", "everywhere", "group-");
    }

    sql.sql("delete from ad_volumes where advertiser < 'group-3'").update();
    sql.sql("update ad_volumes set advertiser = 'merged' where advertiser = 'group-31'").update();
    now = NOW.plus(Duration.ofDays(40));
    sql.sql("delete from export_files").update();
    assertThat(releases().of(one.id(), researcher).file()).isNull();
    var again = new ArrayList<byte[]>();
    for (var id : List.of(one.id(), exact.id())) {
      taking().again(id, researcher);
      again.add(made(id));
    }
    assertThat(again.get(0)).isEqualTo(first);
    assertThat(again.get(1)).isEqualTo(firstExact);
  }

  @Test
  void anotherKeyGivesNoSecondDrawOfATableThatWasPublished() {
    var one = publicOne(Grid.DEPARTEMENTS, FIRST, 50);
    made(one.id());
    sql.sql("delete from export_files").update();
    taking().again(one.id(), researcher);
    assertThat(work((byte) 1, (byte) 2).step()).isTrue();
    var failed = releases().of(one.id(), researcher);
    assertThat(failed.state()).isEqualTo(State.FAILED);
    assertThat(failed.failure()).isEqualTo("not-the-same");
    assertThatThrownBy(() -> publicOne(Grid.DEPARTEMENTS, FIRST, 50))
        .satisfies(e -> assertThat(code(e)).isEqualTo("export-exists"));
  }

  @Test
  void anAdvertiserErasedBeforeIsNotCountedAndOneWhoIsEverywhereCountsInThreeCells() {
    sql.sql("delete from ad_volumes where advertiser <> 'everywhere'").update();
    var counts =
        new Freezer(database, transaction, AREAS, new byte[32], clock())
            .of(FIRST, Grid.DEPARTEMENTS);
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
  void theTwoGridsOfAQuarterTogetherGiveNoCountAway() {
    made(approved(Grid.DEPARTEMENTS).id());
    made(approved(Grid.REGIONS).id());
    var all = new Published(sql, AREAS).of(FIRST, UUID.randomUUID());
    assertThat(all.hidden()).isNotEmpty();
    assertThat(new Intruder(all).closed(Protection.K)).isEmpty();
  }

  @Test
  void whoeverDiesLeavesALeaseThatEndsAndAnotherGoesOn() {
    var one = publicOne(Grid.REGIONS, FIRST, 100);
    var dead = work();
    var job = dead.claim().orElseThrow();
    assertThat(work().step()).as("one at a time").isFalse();
    assertThat(releases().of(one.id(), researcher).state()).isEqualTo(State.MAKING);
    now = NOW.plus(ReleaseWork.LEASE).plusSeconds(1);
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
      sameQuarter.add(() -> publicOne(grid, FIRST, 60));
    }
    assertThat(atOnce(sameQuarter)).containsExactly("WAITING", "budget-spent");
    assertThat(new Budgets(sql, clock()).of(FIRST).left()).isEqualTo("0.40");

    var sameYear = new ArrayList<Callable<Release>>();
    for (int year = 2018; year < 2026; year++) {
      var quarter = new Quarter(year, 2);
      sameYear.add(() -> publicOne(Grid.REGIONS, quarter, 100));
    }
    assertThat(atOnce(sameYear)).filteredOn(outcome -> outcome.equals("WAITING")).hasSize(3);
    assertThat(new Budgets(sql, clock()).thisYear().left()).isEqualTo("0.40");
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
      asks.add(() -> publicOne(Grid.REGIONS, FIRST, 10));
    }
    assertThat(atOnce(asks)).filteredOn("WAITING"::equals).hasSize(1);
    assertThat(new Budgets(sql, clock()).of(FIRST).left()).isEqualTo("0.90");
  }

  @Test
  void twoOthersApproveOrNothingIsMade() {
    var ask =
        Ask.of(Kind.RESEARCH, Grid.REGIONS, "2026-Q1", null, "Agreement 1", asking().today());
    var id = asking().ask(ask, researcher, null).id();
    assertThat(work().step()).isFalse();
    deciding().approve(id, lead);
    assertThatThrownBy(() -> deciding().approve(id, lead))
        .satisfies(e -> assertThat(code(e)).isEqualTo("approved-by-you"));
    assertThat(work().step()).isFalse();
    for (var attempt :
        List.of(
            "state = 'WAITING'",
            "approved_second = approved_first",
            "approved_second = asked_by, state = 'WAITING'")) {
      assertThatThrownBy(() -> sql.sql("update releases set " + attempt).update())
          .as(attempt)
          .isInstanceOf(DataIntegrityViolationException.class);
    }
    var both = new Person(researcher.id(), "researcher", Set.of(Role.RESEARCHER, Role.LEAD));
    assertThatThrownBy(() -> deciding().approve(id, both))
        .satisfies(e -> assertThat(code(e)).isEqualTo("own-export"));
    var other = person("other", Role.RESEARCHER);
    assertThatThrownBy(() -> releases().of(id, other))
        .satisfies(e -> assertThat(code(e)).isEqualTo("no-such-export"));
    assertThat(deciding().approve(id, analyst).state()).isEqualTo(State.WAITING);
    made(id);
  }

  @Test
  void aLinkHoldsForAnHour() {
    var one = publicOne(Grid.REGIONS, FIRST, 100);
    made(one.id());
    var release = releases().of(one.id(), researcher);
    var query = taking().link(release).split("[=&]");
    long until = Long.parseLong(query[1]);
    now = NOW.plus(Duration.ofMinutes(61));
    for (var seal : List.of(query[3], "")) {
      assertThatThrownBy(() ->
              taking().take(one.id(), String.valueOf(release.file()), until, seal, researcher))
          .satisfies(e -> assertThat(code(e)).isEqualTo("link-over"));
    }
    assertThatThrownBy(() ->
            taking()
                .take(one.id(), String.valueOf(release.file()), until + 7200, query[3], researcher))
        .satisfies(e -> assertThat(code(e)).isEqualTo("link-over"));
  }

  @Test
  void onlyWholeQuartersThatAreOverCanBeHad() {
    for (var quarter : List.of("2026-Q3", "2026-07", "2026-Q5", "2026-Q1/2026-Q2", "")) {
      assertThatThrownBy(
              () -> Ask.of(Kind.PUBLIC, Grid.REGIONS, quarter, 10, null, asking().today()))
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
