package org.maraude.testkit;

import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.maraude.embedded.EmbeddedPostgres;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * Empty databases for tests, on one server a JVM that stops with it. The first takes about 4 s
 * embedded, each further one a fraction of a second. Thread safe.
 */
public final class PostgresForTests {

  private static final String IMAGE = "postgres:18";
  private static final AtomicInteger made = new AtomicInteger();

  /**
   * One empty database.
   *
   * @param jdbcUrl with no credentials in it
   * @param user a superuser of the test server
   */
  public record Database(String jdbcUrl, String user, String password) {}

  private record Server(String urlPrefix, String user, String password) {}

  private static final class Shared {
    static final Server SERVER = start();
  }

  private PostgresForTests() {}

  /** An empty database of its own. */
  public static Database fresh() {
    var server = Shared.SERVER;
    var name = "test_" + made.incrementAndGet();
    try (var connection =
            DriverManager.getConnection(
                server.urlPrefix() + "postgres", server.user(), server.password());
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("no database could be made for the test", e);
    }
    return new Database(server.urlPrefix() + name, server.user(), server.password());
  }

  private static Server start() {
    return switch (Parts.chosen()) {
      case EMBEDDED -> embedded();
      case CONTAINERS -> container();
    };
  }

  private static Server embedded() {
    var folder = TemporaryFolder.create("maraude-postgres-");
    var password = folder.resolve("password");
    try {
      Files.writeString(password, "test-only");
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    var server = EmbeddedPostgres.start(folder.resolve("data"), password);
    atExit(() -> {
      server.close();
      TemporaryFolder.delete(folder);
    });
    return new Server(server.jdbcUrl(""), server.user(), server.password());
  }

  private static Server container() {
    var container = new PostgreSQLContainer(IMAGE);
    container.start();
    atExit(container::stop);
    var prefix =
        "jdbc:postgresql://%s:%d/".formatted(container.getHost(), container.getFirstMappedPort());
    return new Server(prefix, container.getUsername(), container.getPassword());
  }

  private static void atExit(Runnable stop) {
    Runtime.getRuntime().addShutdownHook(new Thread(stop, "stop-test-database"));
  }
}
