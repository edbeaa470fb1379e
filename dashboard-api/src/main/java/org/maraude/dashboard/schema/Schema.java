package org.maraude.dashboard.schema;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings a database to the form that this program reads. */
public final class Schema {

  /** The form of the data that this program reads and writes. */
  static final int DATA_VERSION = 1;

  private Schema() {}

  /**
   * Creates or renews the tables. Safe to call from several processes at once.
   *
   * @throws NewerDataException when a newer program has written here
   */
  public static void migrate(DataSource database) {
    Flyway.configure(Schema.class.getClassLoader())
        .dataSource(database)
        .locations("classpath:maraude/schema")
        .table("schema_history")
        .load()
        .migrate();
    int found =
        JdbcClient.create(database)
            .sql("select version from data_version")
            .query(Integer.class)
            .single();
    if (found > DATA_VERSION) {
      throw new NewerDataException(found);
    }
  }

  /** The data are of a version that this program does not know. */
  public static final class NewerDataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NewerDataException(int found) {
      super(
          "the database holds data of version %d, this program reads %d; use the newer program"
              .formatted(found, DATA_VERSION));
    }
  }
}
