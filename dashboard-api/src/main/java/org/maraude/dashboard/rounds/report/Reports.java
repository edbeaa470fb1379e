package org.maraude.dashboard.rounds.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts what was done in rounds, within the reader's reach. */
public final class Reports {

  private final JdbcClient sql;
  private final Audit audit;

  public Reports(JdbcClient sql, Audit audit) {
    this.sql = sql;
    this.audit = audit;
  }

  /** The report of a year. Reading it is a line of the audit. */
  public ActivityReport of(int year, Person reader) {
    audit.write(reader.id(), Deed.ROUND_REPORT_READ, "", Integer.toString(year));
    return ActivityReport.of(year, counted(year, reader));
  }

  private List<ActivityReport.Counted> counted(int year, Person reader) {
    return sql.sql(
            """
            with seen as (
              select to_char(r.day, 'YYYY-MM') as month, coalesce(a.departement, '?') as departement,
                count(*) as n
              from rounds r join round_ads a on a.round = r.id
              where r.day >= :from and r.day < :to
                and exists (select 1 from attempts t where t.round = r.id)
                and within_reach(a.departement, (select reach_of(:me)))
              group by 1, 2),
            tried as (
              select to_char(t.at at time zone 'Europe/Paris', 'YYYY-MM') as month,
                coalesce(t.departement, '?') as departement, count(*) as n,
                count(*) filter (where t.outcome in ('ANSWERED', 'REFUSED')) as answers,
                count(*) filter (where t.wish in ('TALK_AGAIN', 'HELP')) as wishes,
                count(*) filter (where cardinality(t.oriented) > 0) as oriented
              from attempts t
              where t.at >= cast(:from as timestamp) at time zone 'Europe/Paris'
                and t.at < cast(:to as timestamp) at time zone 'Europe/Paris'
                and within_reach(t.departement, (select reach_of(:me)))
              group by 1, 2)
            select month, departement, 'ADS' as measure, n from seen
            union all select month, departement, 'ATTEMPTS', n from tried
            union all select month, departement, 'ANSWERS', answers from tried
            union all select month, departement, 'WISHES', wishes from tried
            union all select month, departement, 'ORIENTATIONS', oriented from tried\
            """)
        .param("from", LocalDate.of(year, 1, 1))
        .param("to", LocalDate.of(year + 1, 1, 1))
        .param("me", reader.id())
        .query((row, n) ->
            new ActivityReport.Counted(
                YearMonth.parse(row.getString("month")),
                row.getString("departement"),
                Measure.valueOf(row.getString("measure")),
                row.getLong("n")))
        .list();
  }
}
