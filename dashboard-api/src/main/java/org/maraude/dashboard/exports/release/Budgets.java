package org.maraude.dashboard.exports.release;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.maraude.dashboard.exports.noise.Epsilon;
import org.maraude.dashboard.exports.table.Quarter;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The ledger of noise. The database adds up and refuses; a line joins the transaction that is open.
 * Thread safe.
 */
public final class Budgets {

  private final JdbcClient sql;
  private final Clock clock;

  public Budgets(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * Spends.
   *
   * @throws ExportException when there is not that much left
   */
  void spend(UUID release, Quarter quarter, Epsilon epsilon) {
    var now = clock.instant();
    try {
      sql.sql(
              """
              insert into budget_ledger (release, quarter, year, epsilon, at)
              values (?, ?, ?, ?, ?)\
              """)
          .params(release, quarter.toString(), year(), epsilon.hundredths(), Timestamp.from(now))
          .update();
    } catch (DataIntegrityViolationException e) {
      if (String.valueOf(e.getMessage()).contains("no_budget_is_overspent")) {
        throw ExportException.meanwhile(
            "budget-spent",
            "the budget of %s or of the year does not reach; ask for less or for another quarter"
                .formatted(quarter));
      }
      throw e;
    }
  }

  /** What is left for a quarter of data. */
  public Budget of(Quarter quarter) {
    return left(quarter.toString(), "quarter_terms");
  }

  /** What is left in this year of asking (UTC). */
  public Budget thisYear() {
    return left(year(), "year_terms");
  }

  private String year() {
    return String.valueOf(clock.instant().atZone(ZoneOffset.UTC).getYear());
  }

  private Budget left(String span, String terms) {
    return sql.sql(
            """
            select coalesce(b.allowed, t.%s) as allowed, coalesce(b.spent, 0) as spent
            from budget_terms t left join privacy_budgets b on b.span = ?\
            """
                .formatted(terms))
        .param(span)
        .query((row, n) -> Budget.of(span, row.getInt("allowed"), row.getInt("spent")))
        .single();
  }
}
