package org.maraude.dashboard.rounds.report;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.accounts.Reach;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts what was done in rounds, within the reader's reach. Thread safe. */
public final class Reports {

  private final JdbcClient sql;
  private final MonthlyCounts months;
  private final Audit audit;

  public Reports(JdbcClient sql, Audit audit, Clock clock) {
    this.sql = sql;
    this.months = new MonthlyCounts(sql, clock);
    this.audit = audit;
  }

  /**
   * The report of a year, an hour old at most, its last two months a minute. Reading it is a line
   * of the audit.
   */
  public ActivityReport of(int year, Person reader) {
    audit.write(reader.id(), Deed.ROUND_REPORT_READ, "", Integer.toString(year));
    var counted = months.of(year);
    var own = within(counted, reader);
    return ActivityReport.of(
        year, counted.stream().filter(each -> own.contains(each.departement())).toList());
  }

  private Set<String> within(List<ActivityReport.Counted> counted, Person reader) {
    var all =
        counted.stream().map(ActivityReport.Counted::departement).distinct().toArray(String[]::new);
    return new HashSet<>(
        sql.sql(
                "select departement from unnest(:all::text[]) as each (departement) where "
                    + Reach.of("each", ":me"))
            .param("all", all)
            .param("me", reader.id())
            .query(String.class)
            .list());
  }
}
