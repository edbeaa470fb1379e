package org.maraude.benchmarks.trends;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maraude.benchmarks.process.BrokerProgram;
import org.maraude.benchmarks.process.ChildProcess;
import org.maraude.benchmarks.process.DashboardProgram;
import org.maraude.dashboard.accounts.Accounts;
import org.maraude.dashboard.accounts.Role;
import org.maraude.embedded.EmbeddedPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * {@code TrendsBenchmark [ROWS] [TIMES]}: 10,000,000 rows of volumes and 200 times each question by
 * default. Fills (some minutes, 4 GB in the folder of temporary files), holds the sums of four
 * weeks against a recount of their rows, asks the page's questions over HTTP one after the other
 * and prints a table. Ends with 1 when a sum is wrong or a question's p99 misses its aim. {@code
 * -Dkeep=FOLDER} keeps what was filled for another run; {@code -Dquestions=TEXT} asks only those
 * that contain it, and {@code -Ddashboard.options="..."} are options of the dashboard's JVM, in
 * which {@code WORK} stands for the folder.
 */
public final class TrendsBenchmark {

  private static final int AIM_MILLIS = 300;
  private static final int WARM_UP_TIMES = 60;
  private static final int OK = 200;
  private static final String PASSWORD = "lantern bridge quiet harbour";
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final double NANOS_PER_MILLI = 1e6;
  private static final String YEAR = "from=2025-09-01&to=2026-08-30";
  private static final String ALL = "from=2023-10-02&to=2026-09-27";

  private static final List<String> QUESTIONS =
      List.of(
          "",
          YEAR,
          YEAR + "&by=day",
          ALL + "&measure=advertisers",
          YEAR + "&compare=year&measure=advertisers",
          YEAR + "&split=site&measure=ads",
          YEAR + "&split=category",
          YEAR + "&split=region&per=rate",
          YEAR + "&split=region&measure=advertisers&compare=year",
          YEAR + "&split=departement",
          YEAR + "&split=departement&by=day",
          ALL + "&split=departement&measure=advertisers&per=rate");

  private final Path work;
  private final long rows;
  private final int times;

  private TrendsBenchmark(Path work, long rows, int times) {
    this.work = work;
    this.rows = rows;
    this.times = times;
  }

  public static void main(String[] args) throws Exception {
    System.setProperty("logback.configurationFile", "org/maraude/standalone/logback-quiet.xml");
    var kept = System.getProperty("keep");
    var work =
        kept == null
            ? Files.createTempDirectory("maraude-trends-")
            : Files.createDirectories(Path.of(kept).toAbsolutePath());
    boolean good;
    try {
      good =
          new TrendsBenchmark(
                  work,
                  args.length > 0 ? Long.parseLong(args[0]) : 10_000_000,
                  args.length > 1 ? Integer.parseInt(args[1]) : 200)
              .run();
    } finally {
      if (kept == null) {
        delete(work);
      }
    }
    System.exit(good ? 0 : 1);
  }

  private boolean run() throws IOException, InterruptedException {
    var password = work.resolve("password");
    Files.writeString(password, "benchmark-only");
    try (var broker = BrokerProgram.start(work)) {
      var bootstrap = BrokerProgram.awaitReady(broker);
      try (var postgres = EmbeddedPostgres.start(work.resolve("data"), password);
          var dashboard =
              DashboardProgram.start(
                  new DashboardProgram.Settings(
                      work,
                      bootstrap,
                      postgres.jdbcUrl(EmbeddedPostgres.DATABASE),
                      postgres.user(),
                      postgres.password(),
                      0),
                  options())) {
        var house = DashboardProgram.awaitReady(dashboard);
        long wrong = fill(postgres);
        var database =
            new DriverManagerDataSource(
                postgres.jdbcUrl(EmbeddedPostgres.DATABASE), postgres.user(), postgres.password());
        var name = "analyst-" + System.nanoTime();
        Accounts.over(database, Clock.systemUTC(), new SecureRandom())
            .createUser(name, PASSWORD, Set.of(Role.ANALYST));
        JdbcClient.create(database).sql("update users set second_factor_due = false").update();
        try (var http =
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .build()) {
          logIn(http, house, name);
          return ask(http, house, dashboard) && wrong == 0;
        }
      }
    }
  }

  private List<String> options() {
    var more = System.getProperty("dashboard.options", "").replace("WORK", work.toString());
    return Stream.concat(Stream.of("-Xmx1g"), Stream.of(more.split(" ")))
        .filter(option -> !option.isBlank())
        .toList();
  }

  private long fill(EmbeddedPostgres postgres) throws IOException {
    var connection =
        new SingleConnectionDataSource(
            postgres.jdbcUrl(EmbeddedPostgres.DATABASE),
            postgres.user(),
            postgres.password(),
            true);
    try {
      var sql = JdbcClient.create(connection);
      var filled = new FilledVolumes(sql, how -> System.err.print("\r" + how + "      "));
      var mark = work.resolve("volumes-filled");
      long begin = System.nanoTime();
      if (!Files.exists(mark)) {
        filled.fill(rows);
        Files.writeString(mark, "");
      }
      System.err.println();
      long wrong = filled.wrongSums();
      System.out.printf(
          Locale.ROOT,
          "%,d rows, %,d sums, filled and checked in %d s; sums of four weeks that differ from a"
              + " recount: %d%n",
          sql.sql("select count(*) from ad_volumes").query(Long.class).single(),
          sql.sql("select count(*) from volume_rollup").query(Long.class).single(),
          (System.nanoTime() - begin) / 1_000_000_000,
          wrong);
      return wrong;
    } finally {
      connection.destroy();
    }
  }

  private static void logIn(HttpClient http, URI house, String name)
      throws IOException, InterruptedException {
    var form =
        http.send(
            HttpRequest.newBuilder(house.resolve("/login")).build(),
            HttpResponse.BodyHandlers.ofString());
    var csrf = CSRF.matcher(form.body());
    if (!csrf.find()) {
      throw new IllegalStateException("no form to log in");
    }
    var fields = Map.of("username", name, "password", PASSWORD, "_csrf", csrf.group(1));
    var body =
        fields.entrySet().stream()
            .map(field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    http.send(
        HttpRequest.newBuilder(house.resolve("/login"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.discarding());
  }

  private boolean ask(HttpClient http, URI house, ChildProcess dashboard)
      throws IOException, InterruptedException {
    boolean good = true;
    System.out.printf(
        "%nMilliseconds over HTTP, one question at a time, %d times each:%n%n", times);
    System.out.println("| question | KB | p50 | p99 | max | aim (p99) |");
    System.out.println("|---|---|---|---|---|---|");
    var only = System.getProperty("questions", "");
    for (var question : QUESTIONS.stream().filter(each -> each.contains(only)).toList()) {
      for (var path : new String[] {"/trends?", "/api/v1/trends/volume?"}) {
        good &= row(http, house.resolve(path + question));
      }
    }
    System.out.printf(
        "%nDashboard: %s of processor time, %d MB at most.%n",
        dashboard.processorTime(), dashboard.peakMemory() >> 20);
    return good;
  }

  private boolean row(HttpClient http, URI asked) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(asked).build();
    var took = new double[times];
    int size = 0;
    for (int i = -WARM_UP_TIMES; i < times; i++) {
      long begin = System.nanoTime();
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != OK) {
        throw new IllegalStateException(asked + " answers " + answer.statusCode());
      }
      if (i >= 0) {
        took[i] = (System.nanoTime() - begin) / NANOS_PER_MILLI;
        size = answer.body().length();
      }
    }
    Arrays.sort(took);
    double p99 = took[(int) Math.ceil(0.99 * times) - 1];
    boolean missed = p99 >= AIM_MILLIS;
    System.out.printf(
        Locale.ROOT,
        "| %s %s | %d | %.0f | %.0f | %.0f | < %d%s |%n",
        asked.getPath().startsWith("/api") ? "API" : "page",
        asked.getQuery().isEmpty() ? "as it opens" : asked.getQuery(),
        size >> 10,
        took[(times - 1) / 2],
        p99,
        took[times - 1],
        AIM_MILLIS,
        missed ? " MISSED" : "");
    return !missed;
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
