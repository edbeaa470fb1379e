package org.maraude.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.maraude.standalone.UsageException;
import picocli.CommandLine.Option;

/**
 * A PostgreSQL of the user's own; each option falls back to an environment variable, so that a
 * command typed inside the dashboard's container means the dashboard's database.
 */
final class DatabaseOptions {

  /** Where the database is and who asks it. */
  record Login(String url, String user, String password) {}

  @Option(
      names = "--db-url",
      paramLabel = "JDBC-URL",
      defaultValue = "${env:MARAUDE_DB_URL}",
      description = "the database, without credentials (MARAUDE_DB_URL)")
  private @Nullable String url;

  @Option(
      names = "--db-user",
      paramLabel = "NAME",
      defaultValue = "${env:MARAUDE_DB_USER}",
      description = "the database's user (MARAUDE_DB_USER)")
  private @Nullable String user;

  @Option(
      names = "--db-password-file",
      paramLabel = "FILE",
      defaultValue = "${env:MARAUDE_DB_PASSWORD_FILE}",
      description = "a file with its password (MARAUDE_DB_PASSWORD_FILE)")
  private @Nullable Path password;

  /** Whether a database was named at all. */
  boolean given() {
    return url != null;
  }

  /**
   * The whole log-in.
   *
   * @throws UsageException naming what is missing or cannot be read
   */
  Login login() {
    return new Login(
        required(url, "--db-url"),
        required(user, "--db-user"),
        read(required(password, "--db-password-file")));
  }

  private static <T> T required(@Nullable T value, String option) {
    if (value == null) {
      throw new UsageException(
          "the database needs %s (or its environment variable, see --help)".formatted(option));
    }
    return value;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UsageException(
          "the password file %s cannot be read; check the path and its permissions"
              .formatted(file));
    }
  }
}
