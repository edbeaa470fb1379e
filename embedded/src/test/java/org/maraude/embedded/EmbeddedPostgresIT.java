package org.maraude.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {

  private static final String NEVER_ENDS = "do $$ begin loop perform 1; end loop; end $$";
  private static final int PORT_LINE = 3;

  @Test
  void aServerLeftBehindIsTakenOverAndNothingIsLost(@TempDir Path folder) throws Exception {
    var password = Files.writeString(folder.resolve("password"), "test-only\n");
    killAfterStart(folder.resolve("pg"), password);
    try (var server = EmbeddedPostgres.start(folder.resolve("pg"), password)) {
      assertThat(one(server)).isEqualTo(1);
    }
  }

  @Test
  void noOneEntersWithoutThePassword(@TempDir Path folder) throws Exception {
    var password = Files.writeString(folder.resolve("password"), "test-only\n");
    try (var server = EmbeddedPostgres.start(folder.resolve("pg"), password)) {
      assertThatThrownBy(
              () -> DriverManager.getConnection(server.jdbcUrl("postgres"), server.user(), "wrong"))
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void aSessionThatStillComputesAfterItsServerWasKilledKeepsNoNewServerOut(@TempDir Path folder)
      throws Exception {
    var password = Files.writeString(folder.resolve("password"), "test-only\n");
    var data = folder.resolve("pg");
    killAfterStart(data, password);
    var old = serverOver(data);
    try (var computing = connect(urlOf(data));
        var statement = computing.createStatement();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var session = sessionOf(computing);
      var query = threads.submit(() -> statement.execute(NEVER_ENDS));
      awaitThat(() -> isComputing(data));
      old.destroyForcibly();
      old.onExit().get(20, TimeUnit.SECONDS);
      try {
        assertThat(session.isAlive()).as("the session outlives its server").isTrue();
        try (var server = EmbeddedPostgres.start(data, password)) {
          assertThat(one(server)).isEqualTo(1);
        }
      } finally {
        session.destroyForcibly();
      }
      assertThatThrownBy(query::get).hasCauseInstanceOf(SQLException.class);
    }
  }

  @Test
  void aDeadServerWhoseNumberNobodyHasCollectedKeepsNoNewServerOut(@TempDir Path folder)
      throws Exception {
    var password = Files.writeString(folder.resolve("password"), "test-only\n");
    var data = folder.resolve("pg");
    EmbeddedPostgres.start(data, password).close();
    // The shell becomes a program that knows nothing of the child it has, so the child stays a
    // number without a process.
    var careless = new ProcessBuilder("sh", "-c", "sleep 1 & echo $!; exec sleep 60").start();
    try (var said = careless.inputReader()) {
      var dead = said.readLine();
      awaitThat(() -> Files.readString(Path.of("/proc", dead, "stat")).contains(") Z "));
      Files.writeString(
          data.resolve("postmaster.pid"), dead + "\n" + data + "\n1\n5432\n\n127.0.0.1\n");
      try (var server = EmbeddedPostgres.start(data, password)) {
        assertThat(server.jdbcUrl("postgres")).isNotBlank();
      }
    } finally {
      careless.destroyForcibly();
    }
  }

  private static void killAfterStart(Path data, Path password) throws Exception {
    var program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LeavesServerBehind.class.getName(),
                data.toString(),
                password.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var said = program.inputReader()) {
      assertThat(said.lines().anyMatch(LeavesServerBehind.READY::equals)).isTrue();
      assertThat(data.resolve("postmaster.pid")).exists();
    } finally {
      program.destroyForcibly().waitFor();
    }
  }

  private static int one(EmbeddedPostgres server) throws SQLException {
    try (var connection =
            DriverManager.getConnection(
                server.jdbcUrl("postgres"), server.user(), server.password());
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select one from kept")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static ProcessHandle serverOver(Path data) throws IOException {
    return ProcessHandle.of(Long.parseLong(pidFile(data).getFirst())).orElseThrow();
  }

  private static String urlOf(Path data) throws IOException {
    return "jdbc:postgresql://127.0.0.1:%s/postgres".formatted(pidFile(data).get(PORT_LINE));
  }

  private static List<String> pidFile(Path data) throws IOException {
    return Files.readAllLines(data.resolve("postmaster.pid")).stream().map(String::strip).toList();
  }

  private static Connection connect(String url) throws SQLException {
    return DriverManager.getConnection(url, EmbeddedPostgres.USER, "test-only");
  }

  private static ProcessHandle sessionOf(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select pg_backend_pid()")) {
      rows.next();
      return ProcessHandle.of(rows.getLong(1)).orElseThrow();
    }
  }

  private static boolean isComputing(Path data) throws SQLException, IOException {
    try (var connection = connect(urlOf(data));
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select 1 from pg_stat_activity where state = 'active' and query like 'do %'")) {
      return rows.next();
    }
  }

  private static void awaitThat(Callable<Boolean> holds) throws Exception {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!holds.call()) {
      assertThat(System.nanoTime()).as("waited 20 s").isLessThan(deadline);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }
}
