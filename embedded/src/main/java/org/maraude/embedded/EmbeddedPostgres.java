package org.maraude.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A real PostgreSQL server started by this process, on the loopback address, behind a password.
 *
 * <p>The data folder is made at the first start; a later start goes on with it. When the process
 * was killed, the server it left behind is stopped first ({@link OrphanedServer}), and what a
 * killed server left behind itself ({@link OrphanedSessions}), because two servers cannot share a
 * folder. Starting takes about 4 s.
 */
public final class EmbeddedPostgres implements AutoCloseable {

  /** The superuser's name. */
  public static final String USER = "postgres";

  /** The database that every server has. */
  public static final String DATABASE = "postgres";

  private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);

  private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;
  private final String password;

  private EmbeddedPostgres(
      io.zonky.test.db.postgres.embedded.EmbeddedPostgres server, String password) {
    this.server = server;
    this.password = password;
  }

  /**
   * Starts a server over a folder that outlives it.
   *
   * @param folder where the database lies; made when missing
   * @param passwordFile holds the superuser's password in one line, readable by its owner only
   * @throws IllegalStateException when it does not start
   */
  public static EmbeddedPostgres start(Path folder, Path passwordFile) {
    return start(folder, passwordFile, FreePorts.find(1).getFirst());
  }

  /**
   * Starts a server on a port of the loopback address.
   *
   * @throws IllegalStateException when it does not start
   */
  public static EmbeddedPostgres start(Path folder, Path passwordFile, int port) {
    OrphanedServer.stop(folder);
    OrphanedSessions.end(folder);
    try {
      var first = new FirstStart(folder);
      if (!first.isOver()) {
        first.clear();
      }
      var password = Files.readString(passwordFile, StandardCharsets.UTF_8).strip();
      var server = new EmbeddedPostgres(launch(folder, passwordFile, password, port), password);
      first.over();
      return server;
    } catch (IOException | RuntimeException e) {
      throw new IllegalStateException(
          "the embedded PostgreSQL did not start over %s: %s".formatted(folder, e.getMessage()), e);
    }
  }

  /** The JDBC address of one of its databases. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), database);
  }

  public String user() {
    return USER;
  }

  public String password() {
    return password;
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new IllegalStateException("the embedded PostgreSQL did not stop cleanly", e);
    }
  }

  private static io.zonky.test.db.postgres.embedded.EmbeddedPostgres launch(
      Path folder, Path passwordFile, String password, int port) throws IOException {
    return io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
        .setDataDirectory(folder)
        .setPort(port)
        .setCleanDataDirectory(false)
        .setPGStartupWait(STARTS_WITHIN)
        // The launcher closes in its own order; a second hook would race with it.
        .setRegisterShutdownHook(false)
        .setLocaleConfig("auth", "scram-sha-256")
        .setLocaleConfig("pwfile", passwordFile.toAbsolutePath().toString())
        .setConnectConfig("password", password)
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("listen_addresses", "127.0.0.1")
        // Nobody uses one, and its lock in /tmp names the server by number: a killed one that
        // nobody has collected keeps the next one off the same port.
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("shared_buffers", "128MB")
        .setServerConfig("max_connections", "60")
        .start();
  }
}
