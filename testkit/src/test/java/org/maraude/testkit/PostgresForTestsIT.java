package org.maraude.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class PostgresForTestsIT {

  @Test
  void twoDatabasesDoNotSeeEachOther() throws SQLException {
    var first = PostgresForTests.fresh();
    var second = PostgresForTests.fresh();
    run(first, "create table only_here (id int)");
    run(second, "create table only_here (id int)");
    assertThat(first.jdbcUrl()).isNotEqualTo(second.jdbcUrl());
  }

  @Test
  void theServerIsPostgres18() throws SQLException {
    var database = PostgresForTests.fresh();
    try (var connection =
        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
      assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(18);
    }
  }

  private static void run(PostgresForTests.Database database, String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
