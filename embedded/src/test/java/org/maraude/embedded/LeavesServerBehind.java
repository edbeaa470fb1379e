package org.maraude.embedded;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.concurrent.CountDownLatch;

/** A program of its own that starts a server and waits to be killed. */
final class LeavesServerBehind {

  static final String READY = "ready";

  private LeavesServerBehind() {}

  public static void main(String[] args) throws Exception {
    var server = EmbeddedPostgres.start(Path.of(args[0]), Path.of(args[1]));
    try (var connection =
            DriverManager.getConnection(
                server.jdbcUrl("postgres"), server.user(), server.password());
        var statement = connection.createStatement()) {
      statement.execute("create table kept as select 1 as one");
    }
    System.out.println(READY);
    new CountDownLatch(1).await();
  }
}
