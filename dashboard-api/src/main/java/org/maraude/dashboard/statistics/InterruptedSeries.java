package org.maraude.dashboard.statistics;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;
import org.hipparchus.linear.RealMatrix;
import org.maraude.dashboard.statistics.CountSeries.Point;

/**
 * Interrupted time series: a negative binomial regression on a trend, a step and a change of the
 * trend at a date, the season of a year (from two years on) and weekdays (for days), with the log
 * of the coverage as offset (Bernal, Cummins and Gasparrini, International Journal of Epidemiology
 * 46, 2017). The intervals are robust ({@link CountFit#robust}) with quantiles of Student's t.
 *
 * <p>A step at a date is no proof of its cause: whatever else began then has the same date.
 */
public final class InterruptedSeries {

  /** Fewer periods before give no trend to compare with. */
  public static final int LEAST_BEFORE = 8;

  /** Fewer periods after give no level. */
  public static final int LEAST_AFTER = 3;

  /** Fewer counted on a side: a ratio of next to nothing. */
  static final long LEAST_COUNT = 10;

  /** Fewer periods after give no slope. */
  static final int LEAST_SLOPE = 6;

  private static final int WEEK = 7;
  private static final double TAIL = 0.025;

  /** Columns: constant, trend, step, change of the trend. */
  private static final int STEP = 2;

  private InterruptedSeries() {}

  /**
   * Days that belong to neither side.
   *
   * @param last inclusive
   */
  public record Span(LocalDate first, LocalDate last) {

    boolean touches(LocalDate from, LocalDate to) {
      return !first.isAfter(to) && !last.isBefore(from);
    }
  }

  /**
   * What changed on the first of these days.
   *
   * @param during what is compared: what came after its end is left out, and a period that is only
   *     partly in it
   * @param leftOut other events' days
   * @return empty where there are too few well watched periods
   */
  public static Optional<Interruption> at(CountSeries series, Span during, List<Span> leftOut) {
    var points =
        series.usable().stream().filter(point -> counts(series, point, during, leftOut)).toList();
    int before = (int) points.stream().filter(p -> p.start().isBefore(during.first())).count();
    int after = points.size() - before;
    if (before < LEAST_BEFORE
        || after < LEAST_AFTER
        || sum(points.subList(0, before)) < LEAST_COUNT
        || sum(points.subList(before, points.size())) < LEAST_COUNT) {
      return Optional.empty();
    }
    boolean slope = after >= LEAST_SLOPE;
    boolean yearly = CountSeries.holdsASeason(points);
    boolean weekdays = series.days() == 1 && before >= LEAST_BEFORE * WEEK && after >= WEEK;
    var start = points.get(before).start();
    int width = STEP + 1 + (slope ? 1 : 0);
    var x = new double[points.size()][width + Calendar.width(yearly, weekdays)];
    for (int i = 0; i < x.length; i++) {
      var day = points.get(i).start();
      double weeks = ChronoUnit.DAYS.between(start, day) / (double) WEEK;
      x[i][0] = 1;
      x[i][1] = weeks;
      x[i][STEP] = i < before ? 0 : 1;
      if (slope) {
        x[i][STEP + 1] = i < before ? 0 : weeks;
      }
      Calendar.fill(x[i], width, day, yearly, weekdays);
    }
    return CountRegression.of(x, CountSeries.counts(points), CountSeries.offsets(points))
        .negativeBinomial()
        .flatMap(fit -> {
          var time = times(series, points);
          boolean alike = fit.autocorrelation(time) > 1.645 / Math.sqrt(points.size());
          var errors = errors(fit, time, alike);
          double quantile = TDistribution.of(fit.degrees()).inverseSurvivalProbability(TAIL);
          var level = Interval.change(fit.coefficients()[STEP], errors[STEP], quantile);
          if (!Double.isFinite(level.low()) || !Double.isFinite(level.high())) {
            return Optional.empty();
          }
          return Optional.of(
              new Interruption(
                  start,
                  level,
                  slope
                      ? Optional.of(
                          Interval.change(fit.coefficients()[STEP + 1], errors[STEP + 1], quantile))
                      : Optional.empty(),
                  before,
                  after,
                  yearly,
                  alike));
        });
  }

  private static long sum(List<Point> points) {
    return points.stream().mapToLong(Point::count).sum();
  }

  private static boolean counts(CountSeries series, Point point, Span during, List<Span> leftOut) {
    var from = point.start();
    var to = from.plusDays(series.days() - 1L);
    boolean whole =
        to.isBefore(during.first()) || !from.isBefore(during.first()) && !to.isAfter(during.last());
    return whole && leftOut.stream().noneMatch(other -> other.touches(from, to));
  }

  private static long[] times(CountSeries series, List<Point> points) {
    return points.stream().mapToLong(p -> p.start().toEpochDay() / series.days()).toArray();
  }

  /** The larger of both, for that of Newey and West is too small with few periods. */
  private static double[] errors(CountFit fit, long[] time, boolean alike) {
    RealMatrix alone = fit.robust(time, 0);
    int lag = alike ? Math.max(1, (int) (4 * Math.pow(time.length / 100.0, 2.0 / 9))) : 0;
    RealMatrix together = alike ? fit.robust(time, lag) : alone;
    var errors = new double[fit.coefficients().length];
    for (int j = 0; j < errors.length; j++) {
      errors[j] = Math.sqrt(Math.max(alone.getEntry(j, j), together.getEntry(j, j)));
    }
    return errors;
  }
}
