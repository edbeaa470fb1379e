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
import java.util.function.BiFunction;
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

  /** Counts by period and group. */
  private Map<LocalDate, Map<String, Long>> counts(
      Step step, Split split, Measure measure, LocalDate from, LocalDate to) {
    var counts = new HashMap<LocalDate, Map<String, Long>>();
    sql.sql(statement(step, measure))
        .params(VolumeQuery.word(step), VolumeQuery.word(split), Step.WEEK.startOf(from), to)
        .query(row -> {
          counts
              .computeIfAbsent(row.getObject("start", LocalDate.class), start -> new HashMap<>())
              .put(row.getString("grp"), row.getLong("n"));
        });
    return counts;
  }

  /** The column names come from our own enums, never from a request. */
  private static String statement(Step step, Measure measure) {
    return measure == Measure.ADS && step == Step.WEEK
        ? """
        select r.start, r.grp, round(r.live_ads::numeric / d.days) as n
        from volume_rollup r
        join (select start - (extract(isodow from start)::integer - 1) as monday, count(*) as days
          from volume_rollup where step = 'day' and split = 'none' group by 1) d
          on d.monday = r.start
        where r.step = ? and r.split = ? and r.start between ? and ?\
        """
        : "select r.start, r.grp, "
            + measure.column()
            + " as n from volume_rollup r"
            + " where r.step = ? and r.split = ? and r.start between ? and ?";
  }

  VolumeTable answer(VolumeQuery query) {
    var table = answerAlone(query);
    var compared = query.compared();
    return compared == null ? table : table.with(answerAlone(compared));
  }

  /** The whole weeks around the question are read, so that what is hidden is the same for all. */
  private VolumeTable answerAlone(VolumeQuery query) {
    var periods = periods(query);
    var last = Step.WEEK.startOf(query.to()).plusDays(6);
    var read = new HashMap<List<Enum<?>>, Map<LocalDate, Map<String, Long>>>();
    BiFunction<Step, Split, Map<LocalDate, Map<String, Long>>> tables =
        (step, split) ->
            read.computeIfAbsent(
                List.of(step, split),
                key -> counts(step, split, query.measure(), query.from(), last));
    var hidden = Veil.over(query.by(), query.split(), tables);
    return new VolumeTable(
        query,
        periods,
        lines(query, periods, tables.apply(query.by(), query.split()), hidden),
        bands.within(query.from(), query.to()),
        clock.instant());
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static List<VolumeTable.Line> lines(
      VolumeQuery query,
      List<Period> periods,
      Map<LocalDate, Map<String, Long>> counts,
      Map<LocalDate, Map<String, Hidden>> hidden) {
    var totals = new HashMap<String, Long>();
    for (Period period : periods) {
      counts
          .getOrDefault(period.start(), Map.of())
          .forEach((group, count) -> totals.merge(group, count, Long::sum));
    }
    var groups =
        totals.keySet().stream()
            .sorted(
                Comparator.<String, Long>comparing(group -> totals.getOrDefault(group, 0L))
                    .reversed()
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    var lines = new ArrayList<VolumeTable.Line>();
    for (String group : groups) {
      var cells = new ArrayList<Cell>();
      for (Period period : periods) {
        var count = counts.getOrDefault(period.start(), Map.of()).getOrDefault(group, 0L);
        var why = hidden.getOrDefault(period.start(), Map.of()).getOrDefault(group, Hidden.NO);
        cells.add(
            switch (why) {
              case NO -> Cell.shown(count, query.measure().hasInterval());
              case SMALL, WITH_ANOTHER -> Cell.hidden(why);
            });
      }
      lines.add(new VolumeTable.Line(group, cells));
    }
    return lines;
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
