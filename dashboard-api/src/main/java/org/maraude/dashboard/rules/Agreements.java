package org.maraude.dashboard.rules;

import org.maraude.dashboard.review.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far first and second readers agree, as far as it was read by now. Thread safe. */
public final class Agreements {

  private final JdbcClient sql;

  public Agreements(JdbcClient sql) {
    this.sql = sql;
  }

  /** Over all that was read twice and still stands. */
  public Agreement all() {
    return Agreement.of(
        sql.sql(
                """
                select first_outcome, outcome from double_reads where outcome is not null
                order by read_at, id\
                """)
            .query((row, n) ->
                new Agreement.Pair(
                    Outcome.valueOf(row.getString("first_outcome")),
                    Outcome.valueOf(row.getString("outcome"))))
            .list());
  }
}
