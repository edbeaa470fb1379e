package org.maraude.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {

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
}
