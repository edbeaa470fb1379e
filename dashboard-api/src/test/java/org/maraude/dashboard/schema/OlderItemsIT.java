package org.maraude.dashboard.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.maraude.testkit.PostgresForTests;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Items that were stored before their contacts' tokens were. */
class OlderItemsIT {

  @Test
  void theirTokensAndKeysAreFoundAndOneThatCannotBeReadStopsNothing() {
    var fresh = PostgresForTests.fresh();
    var database = new DriverManagerDataSource(fresh.jdbcUrl(), fresh.user(), fresh.password());
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:maraude/schema")
        .table("schema_history")
        .target("25")
        .load()
        .migrate();
    var sql = JdbcClient.create(database);
    var contacts = "\"contacts\": [{\"token\": \"a-token\", \"sealed\": \"2026-03-02:c2VhbGVk\"}]}";
    for (var body : new String[] {"Bonjour", "\\u0000"}) {
      sql.sql(
              """
              insert into items (ad_id, site_id, queue, status, flagged_at, score, revision,
                language, signals, rules, assessment)
              values (?, 'demo-a', 'MINOR', 'WAITING', now(), 1, 1, 'fr', '{}', '{}', ?::json)\
              """)
          .params(body, "{\"body\": \"" + body + "\", " + contacts)
          .update();
    }

    Schema.migrate(database);

    assertThat(
            sql.sql("select tokens[1] || ' ' || sealed_with[1] from items where ad_id = 'Bonjour'")
                .query(String.class)
                .single())
        .isEqualTo("a-token 2026-03-02");
    assertThat(sql.sql("select count(*) from items").query(Long.class).single()).isEqualTo(2);
  }
}
