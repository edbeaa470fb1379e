package org.maraude.dashboard.rounds.report;

import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The report of one year. Its months are hidden as parts of that year and of no other span: if one
 * could ask for any span, the difference of two would tell what either hides.
 *
 * @param months the latest first; those without anything are left out
 * @param total of all months, a count for each measure; null where it is hidden
 */
public record ActivityReport(int year, List<Month> months, Map<Measure, Figure> total) {

  public ActivityReport {
    months = List.copyOf(months);
    total = Map.copyOf(total);
  }

  /** The month of that name, like {@code 2026-11}, else the latest; none when nothing was done. */
  Optional<Month> month(String named) {
    return months.stream()
        .filter(each -> each.month().toString().equals(named))
        .findFirst()
        .or(() -> months.stream().findFirst());
  }

  /** A count, or that it is hidden. */
  public record Figure(@Nullable Long count) {

    public boolean hidden() {
      return count == null;
    }
  }

  /**
   * A month.
   *
   * @param lines by departement
   */
  public record Month(YearMonth month, List<Line> lines, Map<Measure, Figure> total) {

    public Month {
      lines = List.copyOf(lines);
      total = Map.copyOf(total);
    }
  }

  /**
   * A departement in a month.
   *
   * @param departement official code, or {@code ?}
   */
  public record Line(String departement, Map<Measure, Figure> figures) {

    public Line {
      figures = Map.copyOf(figures);
    }
  }

  /** A count before anything is hidden. */
  record Counted(YearMonth month, String departement, Measure measure, long count) {}

  /** Adds up and hides. */
  static ActivityReport of(int year, List<Counted> counted) {
    var byMonth = new TreeMap<YearMonth, Map<Measure, Map<String, Long>>>();
    for (var each : counted) {
      byMonth
          .computeIfAbsent(each.month(), month -> new EnumMap<>(Measure.class))
          .computeIfAbsent(each.measure(), measure -> new TreeMap<>())
          .merge(each.departement(), each.count(), Long::sum);
    }
    var hiddenTotals = new EnumMap<Measure, Set<YearMonth>>(Measure.class);
    var allTotal = new EnumMap<Measure, Figure>(Measure.class);
    var cells = new TreeMap<YearMonth, Map<Measure, Hiding.Hidden>>();
    for (var measure : Measure.values()) {
      hide(measure, byMonth, cells, hiddenTotals, allTotal);
    }
    var months =
        byMonth.descendingMap().entrySet().stream()
            .map(month ->
                month(month.getKey(), month.getValue(), cells.get(month.getKey()), hiddenTotals))
            .toList();
    return new ActivityReport(year, months, allTotal);
  }

  /** First the parts of each month, then the months as parts of all. */
  private static void hide(
      Measure measure,
      Map<YearMonth, Map<Measure, Map<String, Long>>> byMonth,
      Map<YearMonth, Map<Measure, Hiding.Hidden>> cells,
      Map<Measure, Set<YearMonth>> hiddenTotals,
      Map<Measure, Figure> allTotal) {
    var sums = new TreeMap<String, Long>();
    var already = new HashSet<String>();
    byMonth.forEach((month, measures) -> {
      var counts = measures.getOrDefault(measure, Map.of());
      var hidden = Hiding.of(counts, Set.of());
      cells.computeIfAbsent(month, each -> new EnumMap<>(Measure.class)).put(measure, hidden);
      sums.put(month.toString(), sum(counts));
      if (hidden.total()) {
        already.add(month.toString());
      }
    });
    var hidden = Hiding.of(sums, already);
    var months = new HashSet<YearMonth>();
    hidden.parts().forEach(month -> months.add(YearMonth.parse(month)));
    hiddenTotals.put(measure, months);
    allTotal.put(measure, new Figure(hidden.total() ? null : sum(sums)));
  }

  private static Month month(
      YearMonth month,
      Map<Measure, Map<String, Long>> measures,
      @Nullable Map<Measure, Hiding.Hidden> cells,
      Map<Measure, Set<YearMonth>> hiddenTotals) {
    var departements = new TreeSet<String>();
    measures.values().forEach(counts -> departements.addAll(counts.keySet()));
    var lines =
        departements.stream()
            .map(departement -> {
              var figures = new EnumMap<Measure, Figure>(Measure.class);
              for (var measure : Measure.values()) {
                long count = measures.getOrDefault(measure, Map.of()).getOrDefault(departement, 0L);
                var hidden = cells == null ? null : cells.get(measure);
                boolean hide = hidden != null && hidden.parts().contains(departement);
                figures.put(measure, new Figure(hide ? null : count));
              }
              return new Line(departement, figures);
            })
            .toList();
    var total = new EnumMap<Measure, Figure>(Measure.class);
    for (var measure : Measure.values()) {
      boolean hide = hiddenTotals.getOrDefault(measure, Set.of()).contains(month);
      long count = sum(measures.getOrDefault(measure, Map.of()));
      total.put(measure, new Figure(hide ? null : count));
    }
    return new Month(month, lines, total);
  }

  private static long sum(Map<?, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
