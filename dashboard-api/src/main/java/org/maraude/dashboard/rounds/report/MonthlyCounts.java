package org.maraude.dashboard.rounds.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.maraude.dashboard.calendar.Paris;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts of every departement by month. The last two months are counted once a minute; what came
 * before changes seldom, by a late answer or an erasure, and is counted once an hour: a year of
 * attempts takes longer to count than a page may. Thread safe.
 */
final class MonthlyCounts {

  private static final Duration KEPT = Duration.ofHours(1);
  private static final Duration LATEST_KEPT = Duration.ofMinutes(1);

  private final JdbcClient sql;
  private final Clock clock;
  private final Map<YearMonth, Kept> kept = new ConcurrentHashMap<>();

  private record Kept(List<ActivityReport.Counted> counts, Instant until) {}

  MonthlyCounts(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  List<ActivityReport.Counted> of(int year) {
    var now = clock.instant();
    var settled = YearMonth.from(now.atZone(Paris.ZONE)).minusMonths(1);
    var counts = new ArrayList<ActivityReport.Counted>();
    var due = new ArrayList<YearMonth>();
    for (int month = 1; month <= 12; month++) {
      var each = YearMonth.of(year, month);
      var before = kept.get(each);
      if (before != null && before.until().isAfter(now)) {
        counts.addAll(before.counts());
      } else {
        due.add(each);
      }
    }
    if (due.isEmpty()) {
      return counts;
    }
    var fresh = counted(due.getFirst(), due.getLast());
    for (var month : due) {
      var own = fresh.stream().filter(each -> each.month().equals(month)).toList();
      counts.addAll(own);
      kept.put(month, new Kept(own, now.plus(month.isBefore(settled) ? KEPT : LATEST_KEPT)));
    }
    return counts;
  }

  /** What is due lies together: the last months once a minute, the whole year once an hour. */
  private List<ActivityReport.Counted> counted(YearMonth from, YearMonth to) {
    return sql.sql(
            """
            with seen as materialized (
              select date_trunc('month', r.day) as month, a.departement, count(*) as n
              from (select id, day from rounds r where r.day >= :from and r.day < :to
                  and exists (select 1 from attempts t where t.round = r.id)) r
                join round_ads a on a.round = r.id
              group by 1, 2),
            tried as materialized (
              select date_trunc('month', t.at at time zone 'Europe/Paris') as month, t.departement,
                count(*) as n,
                count(*) filter (where t.outcome in ('ANSWERED', 'REFUSED')) as answers,
                count(*) filter (where t.wish in ('TALK_AGAIN', 'HELP')) as wishes,
                count(*) filter (where cardinality(t.oriented) > 0) as oriented
              from attempts t
              where t.at >= cast(:from as timestamp) at time zone 'Europe/Paris'
                and t.at < cast(:to as timestamp) at time zone 'Europe/Paris'
              group by 1, 2)
            select to_char(month, 'YYYY-MM') as month, coalesce(departement, '?') as departement,
              measure, n
            from (
              select month, departement, 'ADS' as measure, n from seen
              union all select month, departement, 'ATTEMPTS', n from tried
              union all select month, departement, 'ANSWERS', answers from tried
              union all select month, departement, 'WISHES', wishes from tried
              union all select month, departement, 'ORIENTATIONS', oriented from tried) as each\
            """)
        .param("from", LocalDate.of(from.getYear(), from.getMonth(), 1))
        .param("to", to.plusMonths(1).atDay(1))
        .query((row, n) ->
            new ActivityReport.Counted(
                YearMonth.parse(row.getString("month")),
                row.getString("departement"),
                Measure.valueOf(row.getString("measure")),
                row.getLong("n")))
        .list();
  }
}
