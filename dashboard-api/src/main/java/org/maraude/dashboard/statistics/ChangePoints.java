package org.maraude.dashboard.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.maraude.dashboard.statistics.CountSeries.Point;

/**
 * Change points of a series ({@link Pelt}), without anybody saying where to look. Season (from two
 * years on), weekdays and coverage are taken out first. How much the counts spread is estimated
 * from neighbours, which a change of level hardly touches, and again from what the first split
 * leaves, with its autocorrelation.
 *
 * <p>A slow drift is cut into steps: a change point says that the level before and after differ,
 * not that it changed overnight.
 */
public final class ChangePoints {

  /** Fewer periods are not searched. */
  public static final int LEAST = 16;

  /** Periods in the shortest stretch. */
  static final int SHORTEST = 4;

  /**
   * Times the log of the length: what the modified information criterion of Zhang and Siegmund
   * (Biometrics 63, 2007) asks for a change at an unknown place at most.
   */
  static final double PENALTY = 3;

  private static final int TURNS = 3;
  private static final double KEPT = 0.9;
  private static final double SURE = 0.95;
  private static final double Z = NormalDistribution.of(0, 1).inverseCumulativeProbability(0.975);

  /** A mean of the smallest nine tenths of squared normal numbers is this much too small. */
  private static final double TRIMMED =
      ChiSquaredDistribution.of(3)
              .cumulativeProbability(
                  ChiSquaredDistribution.of(1).inverseCumulativeProbability(KEPT))
          / KEPT;

  private ChangePoints() {}

  /** In order of time; none where fewer than {@link #LEAST} periods were watched well enough. */
  public static List<ChangePoint> in(CountSeries series) {
    var points = series.usable();
    var counts = CountSeries.counts(points);
    if (points.size() < LEAST || Arrays.stream(counts).sum() == 0) {
      return List.of();
    }
    int shortest = series.days() == 1 ? SHORTEST * 7 / 2 : SHORTEST;
    double penalty = PENALTY * Math.log(points.size());
    var exposures = points.stream().mapToDouble(Point::coverage).toArray();
    double spread = spread(counts, exposures);
    List<Integer> starts = List.of();
    Pelt pelt = new Pelt(counts, exposures, spread);
    for (int turn = 0; turn < TURNS; turn++) {
      var levels = levels(series, points, starts);
      exposures = levels.exposures();
      spread = Math.max(spread, levels.spread());
      pelt = new Pelt(counts, exposures, spread);
      starts = pelt.split(penalty, shortest);
    }
    var found = new ArrayList<ChangePoint>();
    for (int i = 0; i < starts.size(); i++) {
      int from = i == 0 ? 0 : starts.get(i - 1);
      int to = i + 1 == starts.size() ? counts.length : starts.get(i + 1);
      found.add(
          new Stretches(pelt, points, counts, exposures, spread, penalty)
              .change(from, starts.get(i), to));
    }
    return found;
  }

  /** Variance over mean from the differences of neighbours, the tenth that jumps most left out. */
  static double spread(double[] counts, double[] exposures) {
    double[] squares = new double[counts.length - 1];
    for (int i = 1; i < counts.length; i++) {
      double rate = (counts[i] + counts[i - 1]) / (exposures[i] + exposures[i - 1]);
      double difference = counts[i] / exposures[i] - counts[i - 1] / exposures[i - 1];
      double variance = rate * (1 / exposures[i] + 1 / exposures[i - 1]);
      squares[i - 1] = variance == 0 ? 0 : difference * difference / variance;
    }
    double mean =
        Arrays.stream(squares)
            .sorted()
            .limit(Math.max(1, Math.round(squares.length * KEPT)))
            .average()
            .orElse(1);
    return Math.max(1, mean / TRIMMED);
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Levels(double[] exposures, double spread) {}

  /** The calendar beside the levels of a split, and what spread they leave. */
  private static Levels levels(CountSeries series, List<Point> points, List<Integer> starts) {
    boolean yearly = CountSeries.holdsASeason(points);
    boolean weekdays = series.days() == 1;
    int width = 1 + starts.size();
    var x = new double[points.size()][width + Calendar.width(yearly, weekdays)];
    for (int i = 0; i < x.length; i++) {
      x[i][0] = 1;
      for (int j = 0; j < starts.size(); j++) {
        x[i][1 + j] = i >= starts.get(j) ? 1 : 0;
      }
      Calendar.fill(x[i], width, points.get(i).start(), yearly, weekdays);
    }
    var exposures = points.stream().mapToDouble(Point::coverage).toArray();
    var fit =
        CountRegression.of(x, CountSeries.counts(points), CountSeries.offsets(points)).poisson();
    if (fit.isEmpty()) {
      return new Levels(exposures, 1);
    }
    var beta = fit.get().coefficients();
    for (int i = 0; i < x.length; i++) {
      double log = 0;
      for (int j = width; j < beta.length; j++) {
        log += x[i][j] * beta[j];
      }
      exposures[i] *= Math.exp(log);
    }
    if (starts.isEmpty()) {
      // Before the first split, a step would pass for spread.
      return new Levels(exposures, 1);
    }
    var time = points.stream().mapToLong(p -> p.start().toEpochDay() / series.days()).toArray();
    double alike = Math.clamp(fit.get().autocorrelation(time), 0, KEPT);
    return new Levels(exposures, Math.max(1, fit.get().spread()) * (1 + alike) / (1 - alike));
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Stretches(
      Pelt pelt,
      List<Point> points,
      double[] counts,
      double[] exposures,
      double spread,
      double penalty) {

    ChangePoint change(int from, int at, int to) {
      double before = sum(counts, from, at);
      double after = sum(counts, at, to);
      // Half a count keeps the ratio finite.
      double log =
          Math.log((after + 0.5) / sum(exposures, at, to))
              - Math.log((before + 0.5) / sum(exposures, from, at));
      double error = Math.sqrt(spread * (1 / (before + 0.5) + 1 / (after + 0.5)));
      double gain = pelt.cost(from, to) - pelt.cost(from, at) - pelt.cost(at, to);
      var sure = sure(from, at, to);
      return new ChangePoint(
          points.get(at).start(),
          points.get(sure.earliest()).start(),
          points.get(sure.latest()).start(),
          Interval.change(log, error, Z),
          gain / penalty);
    }

    private record Sure(int earliest, int latest) {}

    /** Places by their likelihood, every one as likely beforehand, until 95 % is reached. */
    private Sure sure(int from, int at, int to) {
      var weight = new double[to - from - 1];
      double best = pelt.cost(from, at) + pelt.cost(at, to);
      for (int i = 0; i < weight.length; i++) {
        int place = from + 1 + i;
        weight[i] = Math.exp((best - pelt.cost(from, place) - pelt.cost(place, to)) / 2);
      }
      double all = Arrays.stream(weight).sum();
      int earliest = at - from - 1;
      int latest = earliest;
      double held = weight[earliest];
      while (held < SURE * all && (earliest > 0 || latest < weight.length - 1)) {
        boolean back =
            latest == weight.length - 1
                || earliest > 0 && weight[earliest - 1] >= weight[latest + 1];
        held += back ? weight[--earliest] : weight[++latest];
      }
      return new Sure(from + 1 + earliest, from + 1 + latest);
    }

    private static double sum(double[] values, int from, int to) {
      return Arrays.stream(values, from, to).sum();
    }
  }
}
