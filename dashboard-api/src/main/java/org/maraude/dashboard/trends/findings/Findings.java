package org.maraude.dashboard.trends.findings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.statistics.Baseline;
import org.maraude.dashboard.statistics.ChangePoint;
import org.maraude.dashboard.statistics.ChangePoints;
import org.maraude.dashboard.statistics.CountSeries;
import org.maraude.dashboard.statistics.InterruptedSeries;
import org.maraude.dashboard.statistics.InterruptedSeries.Span;
import org.maraude.dashboard.statistics.Interruption;
import org.maraude.dashboard.trends.Band;
import org.maraude.dashboard.trends.Cell;
import org.maraude.dashboard.trends.Period;
import org.maraude.dashboard.trends.Split;
import org.maraude.dashboard.trends.Step;
import org.maraude.dashboard.trends.VolumeQuery;
import org.maraude.dashboard.trends.VolumeTable;

/**
 * What the statistics say of a table of volumes.
 *
 * @param groups at most {@value #MOST_GROUPS}, the largest first; one for the total
 * @param hidden groups of which some counts are hidden: nothing is computed of them
 * @param outages periods left out because too little was watched
 */
public record Findings(List<Group> groups, int hidden, int outages) {

  /** More groups than these would be more chances to be wrong than anybody can weigh. */
  static final int MOST_GROUPS = 12;

  public Findings {
    groups = List.copyOf(groups);
  }

  /** Why there are no alarms. */
  enum NoAlarms {
    /** Alarms compare weeks. */
    BY_DAY,
    /** What stands there one week stands there the next. */
    STOCK
  }

  /**
   * What is known of one group.
   *
   * @param periods that the results rest on
   * @param since first day of these when hidden counts lie before it
   * @param afterwards whether periods before the first visit are used
   * @param firstVisit first day of the first period with visits, when some before it are used too
   * @param season whether there are two years, so that a season is no change
   */
  record Group(
      String group,
      int periods,
      @Nullable LocalDate since,
      boolean afterwards,
      @Nullable LocalDate firstVisit,
      boolean season,
      List<Effect> effects,
      List<ChangePoint> changes,
      Baseline.Watch watch,
      @Nullable NoAlarms noAlarms) {}

  /** What happened at a band's start; nothing where the data do not say. */
  record Effect(Band band, Optional<Interruption> result) {}

  static Findings of(VolumeTable table) {
    return of(table.query(), table.periods(), table.lines(), table.bands());
  }

  static Findings of(
      VolumeQuery query, List<Period> periods, List<VolumeTable.Line> lines, List<Band> bands) {
    boolean total = query.split() == Split.NONE;
    int hidden = 0;
    Map<String, Shown> looked = new LinkedHashMap<>();
    for (var line : lines) {
      var shown = shown(periods, line.cells());
      if (!total && shown.since() != null) {
        hidden++;
      } else if (looked.size() < MOST_GROUPS) {
        looked.put(line.group(), shown);
      }
    }
    // Nothing but arithmetic, and a page waits for it: every processor takes some.
    var groups =
        List.copyOf(looked.entrySet()).parallelStream()
            .map(each -> group(query, each.getKey(), each.getValue(), bands))
            .toList();
    int outages = (int) periods.stream().filter(p -> !watched(p) && over(p)).count();
    return new Findings(groups, hidden, outages);
  }

  private static Group group(VolumeQuery query, String name, Shown shown, List<Band> bands) {
    var series = new CountSeries(query.by() == Step.WEEK ? 7 : 1, shown.points());
    var effects = new ArrayList<Effect>();
    var events = bands.stream().filter(band -> concerns(band, query.split(), name)).toList();
    for (Band band : events) {
      if (band.firstDay().isAfter(query.from())) {
        var others =
            events.stream().filter(other -> apart(other, band)).map(Findings::span).toList();
        effects.add(new Effect(band, InterruptedSeries.at(series, span(band), others)));
      }
    }
    var noAlarms =
        query.by() == Step.DAY
            ? NoAlarms.BY_DAY
            : query.measure().hasInterval() ? null : NoAlarms.STOCK;
    return new Group(
        name,
        series.points().size(),
        shown.since(),
        shown.afterwards(),
        shown.firstVisit(),
        series.holdsASeason(),
        effects,
        ChangePoints.in(series),
        noAlarms == null ? Baseline.over(series) : Baseline.Watch.NONE,
        noAlarms);
  }

  /**
   * Rules change what is flagged, not what is there; outages are in the coverage already. What
   * holds elsewhere says nothing of a department.
   */
  private static boolean concerns(Band band, Split split, String group) {
    boolean event =
        switch (band.kind()) {
          case LOCKDOWN, LOCAL -> true;
          case RULES, OUTAGE -> false;
        };
    return event
        && (split != Split.DEPARTEMENT
            || band.departements().isEmpty()
            || band.departements().contains(group));
  }

  /** One that lies within the other says nothing about the days around both. */
  private static boolean apart(Band other, Band band) {
    return other.lastDay().isBefore(band.firstDay()) || other.firstDay().isAfter(band.lastDay());
  }

  private static Span span(Band band) {
    return new Span(band.firstDay(), band.lastDay());
  }

  private record Shown(
      List<CountSeries.Point> points,
      @Nullable LocalDate since,
      boolean afterwards,
      @Nullable LocalDate firstVisit) {}

  /**
   * The counts that may be used: of finished, well watched periods, after the last hidden one, and
   * not from before there was anything.
   */
  private static Shown shown(List<Period> periods, List<Cell> cells) {
    var points = new ArrayList<CountSeries.Point>();
    boolean hidden = false;
    LocalDate firstVisit = null;
    boolean afterwards = false;
    for (int i = 0; i < periods.size(); i++) {
      var period = periods.get(i);
      var count = cells.get(i).count();
      if (!watched(period)) {
        continue;
      }
      boolean before = period.remark() == Period.Remark.AFTERWARDS;
      if (count == null) {
        points.clear();
        hidden = true;
      } else if (count > 0 || !points.isEmpty() || !before) {
        double coverage = period.coverage() == null ? 1 : Math.min(1, period.coverage());
        points.add(new CountSeries.Point(period.start(), count, coverage));
      }
      afterwards = before && !points.isEmpty() || afterwards && !points.isEmpty();
      if (!before && firstVisit == null) {
        firstVisit = period.start();
      }
    }
    var since = hidden ? points.isEmpty() ? LocalDate.MAX : points.getFirst().start() : null;
    return new Shown(points, since, afterwards, afterwards ? firstVisit : null);
  }

  private static boolean watched(Period period) {
    return switch (period.remark()) {
      case AFTERWARDS -> true;
      case LOW, UNFINISHED -> false;
      case NONE -> period.coverage() != null && period.coverage() >= Period.ENOUGH;
    };
  }

  private static boolean over(Period period) {
    return period.remark() != Period.Remark.UNFINISHED;
  }
}
