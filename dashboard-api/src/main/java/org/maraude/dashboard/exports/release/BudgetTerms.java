package org.maraude.dashboard.exports.release;

import java.util.UUID;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a budget of noise begins with. A change holds for quarters and years on which nothing was
 * spent yet; the others keep what they began with. Thread safe.
 */
public final class BudgetTerms {

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final Audit audit;

  public BudgetTerms(JdbcClient sql, TransactionTemplate transaction, Audit audit) {
    this.sql = sql;
    this.transaction = transaction;
    this.audit = audit;
  }

  /**
   * Terms, in hundredths of epsilon.
   *
   * @param quarter of a quarter of data, 1 to 200: two tables, each of 100 at most
   * @param year of a year of asking, from {@code quarter} to 2000
   */
  public record Terms(int quarter, int year) {

    private static final int LARGEST_QUARTER = 200;
    private static final int LARGEST_YEAR = 2000;

    /** Whether budgets can have them. */
    boolean fit() {
      return quarter >= 1 && quarter <= LARGEST_QUARTER && year >= quarter && year <= LARGEST_YEAR;
    }
  }

  /** Those that a new budget begins with now. */
  public Terms now() {
    return sql.sql("select quarter_terms, year_terms from budget_terms")
        .query((row, n) -> new Terms(row.getInt("quarter_terms"), row.getInt("year_terms")))
        .single();
  }

  /**
   * Changes them, and says so in the audit. The same terms again change and say nothing.
   *
   * @throws ExportException when no budget can have such terms
   */
  public void change(Terms terms, UUID by) {
    if (!terms.fit()) {
      throw ExportException.unfit(
          "terms-unfit",
          "a quarter has from 0.01 to 2.00, a year at least as much as a quarter and 20.00 at most");
    }
    transaction.executeWithoutResult(status -> {
      sql.sql("select 1 from budget_terms for update").query().listOfRows();
      var before = now();
      if (before.equals(terms)) {
        return;
      }
      sql.sql("update budget_terms set quarter_terms = ?, year_terms = ?")
          .params(terms.quarter(), terms.year())
          .update();
      audit.write(
          by,
          Deed.EXPORT_BUDGET_SET,
          "",
          "quarter %d to %d, year %d to %d"
              .formatted(before.quarter(), terms.quarter(), before.year(), terms.year()));
    });
  }
}
