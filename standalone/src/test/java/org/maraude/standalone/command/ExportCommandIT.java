package org.maraude.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.dashboard.exports.table.Quarter;
import org.maraude.dashboard.schema.Schema;
import org.maraude.testkit.PostgresForTests;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** From the request to the package that was checked, by command alone. */
class ExportCommandIT {

  private static final Quarter OVER =
      Quarter.of(LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).minusDays(8)).before();

  @TempDir private Path folder;
  private PostgresForTests.Database at;
  private JdbcClient sql;

  @BeforeAll
  static void inEnglish() {
    Locale.setDefault(Locale.ENGLISH);
  }

  @BeforeEach
  void fill() throws Exception {
    at = PostgresForTests.fresh();
    var database = new DriverManagerDataSource(at.jdbcUrl(), at.user(), at.password());
    Schema.migrate(database);
    sql = JdbcClient.create(database);
    Files.writeString(folder.resolve("password"), at.password());
    sql.sql("insert into users (name, technical, created_at) values ('anna', true, ?)")
        .param(Timestamp.from(Instant.now()))
        .update();
    sql.sql(
            """
            insert into ad_volumes (advertiser, day, site_id, departement, category, new_ads,
              returning_ads, live_ads, gone_ads)
            select 'group-' || g, cast(? as date) + m * 29, 'demo-a',
              (array['01', '44', '75', '13', '59'])[1 + g % 5], '?', 1, 0, 1, 0
            from generate_series(1, 300) g, generate_series(0, 2) m where (g + m) % 4 > 0\
            """)
        .param(OVER.first().toString())
        .update();
  }

  private Typed run(String command, String... more) {
    var typed =
        new ArrayList<>(
            List.of(
                command,
                "--db-url=" + at.jdbcUrl(),
                "--db-user=" + at.user(),
                "--db-password-file=" + folder.resolve("password"),
                "--keys=" + folder.resolve("keys")));
    typed.addAll(List.of(more));
    return Typed.run(typed.toArray(String[]::new));
  }

  private Typed export(String grid, String file, String... more) {
    var typed = new ArrayList<>(List.of("--quarter=" + OVER, "--grid=" + grid, "--user=anna"));
    typed.add("--file=" + folder.resolve(file));
    typed.addAll(List.of(more));
    return run("export", typed.toArray(String[]::new));
  }

  private long count(String table) {
    return sql.sql("select count(*) from " + table).query(Long.class).single();
  }

  private Path key() throws Exception {
    var key = run("export", "--public-key");
    assertThat(key.exit()).as(key.err()).isZero();
    return Files.writeString(folder.resolve("key.pem"), key.out());
  }

  @Test
  void aTableIsAskedForMadeWrittenAndCheckedAndTheSameASecondTime() throws Exception {
    var first = export("DEPARTEMENTS", "first.zip", "--epsilon=30");
    assertThat(first.exit()).as(first.err()).isZero();
    assertThat(first.err().lines())
        .containsExactly(
            "maraude: the table is being made: 0 of 4 steps",
            "maraude: 0.30 of the budget of %s is spent; 0.70 is left of it, and 3.70 of the year."
                .formatted(OVER));
    assertThat(first.out()).contains("first.zip", "SHA-256");

    var key = key();
    var verified = Typed.run("verify", folder.resolve("first.zip").toString(), "--key=" + key);
    assertThat(verified.exit()).as(verified.err()).isZero();
    assertThat(verified.out()).contains("PUBLIC DEPARTEMENTS " + OVER);

    var again = export("departements", "again.zip", "--epsilon=90");
    assertThat(again.exit()).as(again.err()).isZero();
    assertThat(again.err()).contains("asked for before, with epsilon 0.30", "nothing is spent");
    assertThat(folder.resolve("again.zip")).hasSameBinaryContentAs(folder.resolve("first.zip"));
    assertThat(count("budget_ledger")).isOne();

    var changed = Files.readString(folder.resolve("first.zip"), StandardCharsets.ISO_8859_1);
    Files.writeString(
        folder.resolve("again.zip"),
        changed.replaceFirst(",false\r\n", ",true\r\n"),
        StandardCharsets.ISO_8859_1);
    assertThat(Typed.run("verify", folder.resolve("again.zip").toString(), "--key=" + key).exit())
        .isEqualTo(1);
  }

  @Test
  void whatIsWrongIsSaidInOneLineAndNothingIsSpent() throws Exception {
    Files.writeString(folder.resolve("there.zip"), "");
    for (var wrong :
        List.of(
            List.of("--file=" + folder.resolve("there.zip"), "there.zip already"),
            List.of("--file=" + folder.resolve("no/table.zip"), "Nothing was asked for"),
            List.of("--user=nobody", "nobody"),
            List.of("--quarter=2026-q3", "2026-Q3"),
            List.of("--quarter=july", "2026-Q3"),
            List.of("--quarter=2999-Q1", "eighth day"),
            List.of("--epsilon=0", "from 1 to 100"),
            List.of("--epsilon=101", "from 1 to 100"),
            List.of("--epsilon=0.5", "--epsilon"),
            List.of("--grid=COMMUNES", "REGIONS"))) {
      var name = wrong.getFirst().substring(0, wrong.getFirst().indexOf('='));
      var typed = new ArrayList<String>();
      for (var each :
          List.of(
              "--quarter=" + OVER,
              "--grid=REGIONS",
              "--user=anna",
              "--file=" + folder.resolve("t.zip"))) {
        if (!each.startsWith(name + "=")) {
          typed.add(each);
        }
      }
      typed.add(wrong.getFirst());
      var run = run("export", typed.toArray(String[]::new));
      assertThat(run.exit()).as(wrong.getFirst() + run.err()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err().lines().filter(line -> !line.startsWith("try '")))
          .as(wrong.getFirst())
          .singleElement()
          .asString()
          .contains(wrong.getLast());
    }
    assertThat(count("releases")).isZero();
    assertThat(count("budget_ledger")).isZero();
    assertThat(folder.resolve("t.zip")).doesNotExist();
  }

  @Test
  void aSpentBudgetIsSaidAndAnotherBeginsWithWhatWasSet() throws Exception {
    assertThat(export("REGIONS", "regions.zip", "--epsilon=100").exit()).isZero();
    var spent = export("DEPARTEMENTS", "more.zip", "--epsilon=1");
    assertThat(spent.exit()).isEqualTo(2);
    assertThat(spent.err()).contains("does not reach");
    assertThat(folder.resolve("more.zip")).doesNotExist();

    assertThat(run("export-budget").out().lines())
        .containsExactly(
            "A quarter of data begins with 1.00, a year of asking with 4.00.",
            LocalDate.now(ZoneOffset.UTC).getYear() + ": 3.00 of 4.00 is left.");
    for (var wrong :
        List.of(
            List.of("--per-quarter=1.50"),
            List.of("--per-quarter=much", "--user=anna"),
            List.of("--per-quarter=2.01", "--user=anna"),
            List.of("--per-quarter=0", "--user=anna"),
            List.of("--per-year=0.99", "--user=anna"),
            List.of("--per-year=5", "--user=nobody"))) {
      var run = run("export-budget", wrong.toArray(String[]::new));
      assertThat(run.exit()).as("%s %s", wrong, run.err()).isEqualTo(2);
      assertThat(run.err().lines()).as("%s", wrong).hasSize(1);
    }
    assertThat(count("audit where action = 'EXPORT_BUDGET_SET'")).isZero();
    var set = run("export-budget", "--per-quarter=1,50", "--per-year=6", "--user=anna");
    assertThat(set.exit()).as(set.err()).isZero();
    assertThat(set.out()).contains("begins with 1.50", "with 6.00", "3.00 of 4.00 is left");
    assertThat(
            sql.sql(
                    """
                    select u.name || ': ' || a.reason from audit a join users u on u.id = a.actor
                    where a.action = 'EXPORT_BUDGET_SET'\
                    """)
                .query(String.class)
                .list())
        .containsExactly("anna: quarter 100 to 150, year 400 to 600");
    assertThat(export("DEPARTEMENTS", "more.zip", "--epsilon=1").exit())
        .as("the quarter keeps what it began with")
        .isEqualTo(2);
    var earlier =
        run(
            "export",
            "--quarter=" + OVER.before(),
            "--grid=REGIONS",
            "--user=anna",
            "--epsilon=20",
            "--file=" + folder.resolve("earlier.zip"));
    assertThat(earlier.err()).contains("1.30 is left of it, and 2.80 of the year");
  }
}
