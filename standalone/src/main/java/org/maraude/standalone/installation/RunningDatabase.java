package org.maraude.standalone.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.maraude.embedded.EmbeddedPostgres;
import org.maraude.standalone.UsageException;
import org.maraude.standalone.folder.DataFolder;
import org.maraude.standalone.installation.Startup.Part;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The database of an installation, for a command that administers it: the server that is running,
 * or one started for the command alone.
 */
public final class RunningDatabase implements AutoCloseable {

  private static final int PORT_LINE = 3;

  private final DataSource dataSource;
  private final ClosingOrder closing;

  private RunningDatabase(DataSource dataSource, ClosingOrder closing) {
    this.dataSource = dataSource;
    this.closing = closing;
  }

  /**
   * Reaches the database of a data folder.
   *
   * @throws UsageException when the installation was never started, or is just starting
   */
  public static RunningDatabase of(DataFolder folder) {
    var passwordFile = folder.secrets().file(Installation.DATABASE_SECRET, new SecureRandom());
    var closing = new ClosingOrder();
    if (folder.isInUse()) {
      return new RunningDatabase(
          source(runningUrl(folder), EmbeddedPostgres.USER, password(passwordFile)), closing);
    }
    closing.add(Part.FOLDER, folder.lock());
    var server =
        closing.add(Part.POSTGRES, EmbeddedPostgres.start(folder.postgres(), passwordFile));
    return new RunningDatabase(
        source(server.jdbcUrl(EmbeddedPostgres.DATABASE), server.user(), server.password()),
        closing);
  }

  /**
   * A database of the user's own, which runs by itself.
   *
   * @throws UsageException when it cannot be reached with that log-in
   */
  public static RunningDatabase at(String url, String user, String password) {
    var source = source(url, user, password);
    try (var connection = source.getConnection()) {
      return new RunningDatabase(source, new ClosingOrder());
    } catch (SQLException e) {
      throw new UsageException(
          "the database %s does not let %s in (%s); check --db-url, --db-user and --db-password-file"
              .formatted(url, user, e.getMessage()));
    }
  }

  public DataSource dataSource() {
    return dataSource;
  }

  @Override
  public void close() {
    closing.close();
  }

  private static String runningUrl(DataFolder folder) {
    return port(folder.postgres().resolve("postmaster.pid"))
        .map(port -> "jdbc:postgresql://127.0.0.1:%s/%s".formatted(port, EmbeddedPostgres.DATABASE))
        .orElseThrow(() ->
            new UsageException(
                "the installation in %s is still starting; try again in a moment"
                    .formatted(folder.root())));
  }

  private static Optional<String> port(Path postmaster) {
    try {
      List<String> lines = Files.readAllLines(postmaster);
      return lines.size() > PORT_LINE
          ? Optional.of(lines.get(PORT_LINE).strip())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String password(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UsageException(
          "the database's password in %s cannot be read; run this as the user who started the installation"
              .formatted(file));
    }
  }

  static DataSource source(String url, String user, String password) {
    var source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(user);
    source.setPassword(password);
    return source;
  }
}
