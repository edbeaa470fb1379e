package org.maraude.dashboard.trends;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.trends.Cell.Hidden;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers {@link VolumeQuery} from the tables that the sink fills. Thread safe. */
final class Volumes {

  private final JdbcClient sql;
  private final Bands bands;
  private final Clock clock;

  Volumes(JdbcClient sql, Bands bands, Clock clock) {
    this.sql = sql;
    this.bands = bands;
    this.clock = clock;
  }

  private record Count(LocalDate period, String group, long count) {}

  VolumeTable answer(VolumeQuery query) {
    var periods = periods(query);
    var byPeriod = new HashMap<LocalDate, Map<String, Long>>();
    var totals = new HashMap<String, Long>();
    for (Count count : counts(query)) {
      byPeriod
          .computeIfAbsent(count.period(), p -> new HashMap<>())
          .put(count.group(), count.count());
      totals.merge(count.group(), count.count(), Long::sum);
    }
    return new VolumeTable(
        query,
        periods,
        lines(query, periods, byPeriod, totals),
        bands.within(query.from(), query.to()),
        clock.instant());
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static List<VolumeTable.Line> lines(
      VolumeQuery query,
      List<Period> periods,
      Map<LocalDate, Map<String, Long>> byPeriod,
      Map<String, Long> totals) {
    var hidden = new HashMap<LocalDate, Map<String, Hidden>>();
    byPeriod.forEach((start, counts) -> hidden.put(start, Suppression.of(counts)));
    var groups =
        new TreeSet<>(
            Comparator.<String, Long>comparing(totals::get)
                .reversed()
                .thenComparing(Comparator.naturalOrder()));
    groups.addAll(totals.keySet());
    var lines = new ArrayList<VolumeTable.Line>();
    for (String group : groups) {
      var cells = new ArrayList<Cell>();
      for (Period period : periods) {
        var counts = byPeriod.getOrDefault(period.start(), Map.of());
        var why = hidden.getOrDefault(period.start(), Map.of()).getOrDefault(group, Hidden.NO);
        cells.add(
            switch (why) {
              case NO -> Cell.shown(counts.getOrDefault(group, 0L), query.measure().hasInterval());
              case SMALL, WITH_ANOTHER -> Cell.hidden(why);
            });
      }
      lines.add(new VolumeTable.Line(group, cells));
    }
    return lines;
  }

  /** The column names come from our own enums, never from a request. */
  private List<Count> counts(VolumeQuery query) {
    return sql.sql(
            """
            select %s as period, %s as grp, %s as n from ad_volumes
            where day between ? and ? group by 1, 2\
            """
                .formatted(
                    period(query.by(), "day"), query.split().column(), query.measure().sql()))
        .params(query.from(), query.to())
        .query((row, n) ->
            new Count(
                row.getObject("period", LocalDate.class), row.getString("grp"), row.getLong("n")))
        .list();
  }

  private List<Period> periods(VolumeQuery query) {
    var visits = visits(query);
    var first = firstVisit();
    var today = today();
    var periods = new ArrayList<Period>();
    for (var start = query.from();
        !start.isAfter(query.to()) && !start.isAfter(today);
        start = query.by().after(start)) {
      var end = query.by().after(start).minusDays(1);
      periods.add(Period.of(start, end, visits.get(start), first, today));
    }
    return periods;
  }

  private Map<LocalDate, Period.Visits> visits(VolumeQuery query) {
    var visits = new LinkedHashMap<LocalDate, Period.Visits>();
    sql.sql(
            """
            select %s as period, sum(planned) as planned, sum(successful) as successful
            from crawl_coverage where day between ? and ? group by 1\
            """
                .formatted(period(query.by(), "day")))
        .params(query.from(), query.to())
        .query(row -> {
          visits.put(
              row.getObject("period", LocalDate.class),
              new Period.Visits(row.getLong("planned"), row.getLong("successful")));
        });
    return visits;
  }

  private @Nullable LocalDate firstVisit() {
    return sql.sql("select min(day) as first from crawl_coverage")
        .query((row, n) -> new FirstDay(row.getObject("first", LocalDate.class)))
        .single()
        .day();
  }

  private record FirstDay(@Nullable LocalDate day) {}

  private static String period(Step by, String column) {
    return switch (by) {
      case DAY -> column;
      case WEEK -> "date_trunc('week', " + column + "::timestamp)::date";
    };
  }
}
