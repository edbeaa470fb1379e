package org.maraude.dashboard.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.maraude.dashboard.statistics.CountSeries.Point;

/**
 * Whether a week looks like the weeks before it. After the flexible Farrington method (Noufaily and
 * others, Statistics in Medicine 32, 2013): a Poisson regression with free spread on the earlier
 * weeks, unusual weeks down-weighted by their Anscombe residuals, and a negative binomial range for
 * the new week that holds the chance of the week and the doubt about the baseline. Simpler than
 * theirs: one wave a year instead of ten levels, for few series here are longer than three years.
 *
 * <p>A range is left by chance in one week of {@value #ONE_IN} on either side, so once in four
 * years on both, were the baseline right. That is stricter than one false alarm a year has to be:
 * the rest is for what is wrong with the baseline, above all a season that is too young to be told.
 */
public final class Baseline {

  /** Earlier weeks that a week is compared with, at least. */
  public static final int LEAST = 16;

  private static final int ONE_IN = 400;

  /** Weeks right before that are not part of the baseline: a slow rise must not excuse itself. */
  private static final int APART = 2;

  /** Without a season to be told, older weeks mislead. */
  private static final int SHORT = 26;

  private static final int LONG = 5 * 52;
  private static final int TURNS = 3;
  private static final double UNUSUAL = 2.58;
  private static final double TAIL = 1.0 / ONE_IN;
  private static final double Z = NormalDistribution.of(0, 1).inverseSurvivalProbability(TAIL);

  private Baseline() {}

  /**
   * What a watch found.
   *
   * @param judged weeks that had a baseline
   * @param season whether the last of them was compared within the season
   */
  public record Watch(List<Alarm> alarms, int judged, boolean season) {

    /** Nothing was judged. */
    public static final Watch NONE = new Watch(List.of(), 0, false);

    public Watch {
      alarms = List.copyOf(alarms);
    }
  }

  /** Judges every week that was watched well enough and has enough such weeks before it. */
  public static Watch over(CountSeries weeks) {
    var points = weeks.usable();
    var alarms = new ArrayList<Alarm>();
    int judged = 0;
    boolean season = false;
    for (int i = LEAST + APART; i < points.size(); i++) {
      var earlier = points.subList(Math.max(0, i - APART - LONG), i - APART);
      season = CountSeries.holdsASeason(earlier);
      var base =
          season ? earlier : earlier.subList(Math.max(0, earlier.size() - SHORT), earlier.size());
      var range = range(base, points.get(i), season);
      if (range.isPresent()) {
        judged++;
        var alarm = range.get();
        if (alarm.seen() > alarm.high() || alarm.seen() < alarm.low()) {
          alarms.add(alarm);
        }
      }
    }
    return new Watch(alarms, judged, season);
  }

  private static Optional<Alarm> range(List<Point> base, Point week, boolean season) {
    var x = new double[base.size()][];
    for (int i = 0; i < x.length; i++) {
      x[i] = row(base.get(i), week, season);
    }
    var counts = CountSeries.counts(base);
    var offsets = CountSeries.offsets(base);
    var weights = new double[base.size()];
    Arrays.fill(weights, 1);
    var fit = new CountRegression(x, counts, offsets, weights).poisson();
    for (int turn = 0; turn < TURNS && fit.isPresent(); turn++) {
      weights = weights(fit.get());
      fit = new CountRegression(x, counts, offsets, weights).poisson(fit.get().coefficients());
    }
    return fit.map(known -> alarm(known, week, row(week, week, season)));
  }

  /** The trend is counted from the week that is judged. */
  private static double[] row(Point point, Point week, boolean season) {
    var row = new double[(season ? 2 : 1) + Calendar.width(season, false)];
    row[0] = 1;
    if (season) {
      row[1] = (point.start().toEpochDay() - week.start().toEpochDay()) / 365.25;
      Calendar.fill(row, 2, point.start(), true, false);
    }
    return row;
  }

  private static Alarm alarm(CountFit fit, Point week, double[] row) {
    double log = Math.log(week.coverage());
    for (int j = 0; j < row.length; j++) {
      log += row[j] * fit.coefficients()[j];
    }
    double mean = Math.exp(log);
    double spread = Math.max(1, fit.spread());
    double wide = TDistribution.of(fit.degrees()).inverseSurvivalProbability(TAIL) / Z;
    double variance = wide * wide * (spread * mean + mean * mean * spread * fit.variance(row));
    double size =
        variance > mean
            ? Math.min(CountRegression.POISSON, mean * mean / (variance - mean))
            : CountRegression.POISSON;
    long high = NegativeBinomial.quantile(1 - TAIL, mean, size);
    long low = NegativeBinomial.quantile(TAIL, mean, size);
    return new Alarm(week.start(), week.count(), mean, low, high);
  }

  /** Noufaily's: those beyond the bound count by the inverse square of how far they are out. */
  private static double[] weights(CountFit fit) {
    double spread = Math.sqrt(Math.max(1, fit.spread()));
    var leverage = fit.leverage();
    var weights = new double[fit.y().length];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double mean = fit.mean()[i];
      double anscombe =
          1.5
              * (Math.pow(fit.y()[i], 2.0 / 3) - Math.pow(mean, 2.0 / 3))
              / (Math.pow(mean, 1.0 / 6) * spread * Math.sqrt(Math.max(1e-6, 1 - leverage[i])));
      weights[i] = Math.abs(anscombe) > UNUSUAL ? 1 / (anscombe * anscombe) : 1;
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= weights.length / sum;
    }
    return weights;
  }
}
