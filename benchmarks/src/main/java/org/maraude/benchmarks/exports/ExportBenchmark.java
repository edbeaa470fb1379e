package org.maraude.benchmarks.exports;

import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.maraude.dashboard.exports.Exports;
import org.maraude.dashboard.exports.packages.Kind;
import org.maraude.dashboard.exports.release.Ask;
import org.maraude.dashboard.exports.table.Grid;
import org.maraude.dashboard.exports.table.Quarter;
import org.maraude.dashboard.schema.Schema;
import org.maraude.embedded.EmbeddedPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * {@code ExportBenchmark [ROWS]}: fills a year with 10,000,000 rows of volumes by default, then
 * makes all its tables of both kinds and prints how long each took.
 */
public final class ExportBenchmark {

  private static final int YEAR = 2025;
  private static final Instant NOW = Instant.parse("2026-02-01T08:00:00Z");
  private static final String USER = "researcher";

  private final JdbcClient sql;
  private final Exports exports;

  private ExportBenchmark(JdbcClient sql, Exports exports) {
    this.sql = sql;
    this.exports = exports;
  }

  public static void main(String[] args) throws Exception {
    System.setProperty("logback.configurationFile", "org/maraude/standalone/logback-quiet.xml");
    int rows = args.length > 0 ? Integer.parseInt(args[0]) : 10_000_000;
    var work = Files.createTempDirectory("maraude-exports-");
    try {
      var password = work.resolve("password");
      Files.writeString(password, "benchmark-only");
      try (var postgres = EmbeddedPostgres.start(work.resolve("data"), password)) {
        var database =
            new DriverManagerDataSource(
                postgres.jdbcUrl(EmbeddedPostgres.DATABASE), postgres.user(), postgres.password());
        Schema.migrate(database);
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        var exports = Exports.over(database, work.resolve("keys"), clock);
        var benchmark = new ExportBenchmark(JdbcClient.create(database), exports);
        benchmark.fill(rows);
        benchmark.run();
      }
    } finally {
      delete(work);
    }
  }

  private void fill(int rows) {
    System.err.printf("filling %,d rows%n", rows);
    sql.sql("alter table ad_volumes set unlogged").update();
    // Exports read the rows alone; the sums for pages would be kept for nothing.
    sql.sql("alter table ad_volumes disable trigger user").update();
    // An advertiser is seen on thirty days, mostly in one department, some in another; departments
    // differ in size.
    sql.sql(
            """
            insert into ad_volumes (advertiser, day, site_id, departement, category, new_ads,
              returning_ads, live_ads, gone_ads)
            select 'group-' || a, cast(? as date) + (a % 365 * 7919 + d) % 365, 'site-' || a % 12,
              codes[1 + (a % 101 * (a / 101 % 101) / 101 + case when d % 9 = 8 then 7 else 0 end)
                % cardinality(codes)],
              '?', 0, 0, 1, 0
            from (select n / 30 as a, n % 30 as d from generate_series(0, ? - 1) n) days,
              (select cast(? as text[]) as codes) areas
            on conflict do nothing\
            """)
        .params(YEAR + "-01-01", rows, codes())
        .update();
    sql.sql("analyze ad_volumes").update();
    for (var name : new String[] {USER, "lead", "analyst"}) {
      sql.sql("insert into users (name, technical, created_at) values (?, true, ?)")
          .params(name, Timestamp.from(NOW))
          .update();
    }
    System.err.printf(
        "%,d rows of %,d advertisers%n",
        sql.sql("select count(*) from ad_volumes").query(Long.class).single(),
        sql.sql("select count(distinct advertiser) from ad_volumes").query(Long.class).single());
  }

  private static String codes() {
    return org.maraude.places.Departements.all().stream()
        .map(org.maraude.places.Departement::code)
        .collect(java.util.stream.Collectors.joining(",", "{", "}"));
  }

  private void run() {
    System.out.println("| kind | table | quarter | seconds | kB | shown | hidden |");
    System.out.println("|---|---|---|---|---|---|---|");
    var begun = System.nanoTime();
    for (var kind : Kind.values()) {
      for (int number = 1; number <= 4; number++) {
        for (var grid : Grid.values()) {
          one(kind, grid, new Quarter(YEAR, number));
        }
      }
    }
    var took = Duration.ofNanos(System.nanoTime() - begun);
    System.out.printf(Locale.ROOT, "%nA year, both kinds: %.1f s%n", took.toMillis() / 1000.0);
  }

  private void one(Kind kind, Grid grid, Quarter quarter) {
    var begun = System.nanoTime();
    var agreement = kind == Kind.RESEARCH ? "Agreement of the benchmark" : null;
    var ask = Ask.of(kind, grid, quarter.toString(), 50, agreement, exports.today());
    if (kind == Kind.RESEARCH) {
      approve(ask);
    }
    var content = exports.table(ask, USER);
    double seconds = (System.nanoTime() - begun) / 1e9;
    var rows = lines(content);
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %s | %.1f | %d | %d | %d |%n",
        kind,
        grid,
        quarter,
        seconds,
        content.length / 1024,
        rows[0],
        rows[1]);
  }

  /** As two people would have in the console. */
  private void approve(Ask ask) {
    sql.sql(
            """
            insert into releases (id, kind, grid, quarter, agreement, asked_by, asked_at, state,
              approved_first, approved_second)
            select ?, ?, ?, ?, ?, r.id, ?, 'WAITING', l.id, a.id from users r, users l, users a
            where r.name = ? and l.name = 'lead' and a.name = 'analyst'\
            """)
        .params(
            UUID.randomUUID(),
            ask.kind().name(),
            ask.grid().name(),
            ask.quarter().toString(),
            ask.agreement(),
            Timestamp.from(NOW),
            USER)
        .update();
  }

  /** How many rows of the table, which lies in the package as it is, are shown and hidden. */
  private static long[] lines(byte[] content) {
    var text = new String(content, java.nio.charset.StandardCharsets.UTF_8);
    return new long[] {
      text.lines().filter(line -> line.endsWith(",false")).count(),
      text.lines().filter(line -> line.endsWith(",true")).count()
    };
  }

  private static void delete(Path folder) throws java.io.IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws java.io.IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path each, java.io.@org.jspecify.annotations.Nullable IOException e)
              throws java.io.IOException {
            Files.delete(each);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
