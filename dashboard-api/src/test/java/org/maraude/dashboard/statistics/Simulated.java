package org.maraude.dashboard.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.maraude.dashboard.statistics.CountSeries.Point;

/** Seeded weekly series whose truth is known. */
final class Simulated {

  static final LocalDate MONDAY = LocalDate.of(2020, 1, 6);

  private Simulated() {}

  /** A negative binomial draw; Poisson for an infinite size. */
  static long draw(UniformRandomProvider random, double mean, double size) {
    double rate =
        Double.isInfinite(size)
            ? mean
            : GammaDistribution.of(size, mean / size).createSampler(random).sample();
    return rate < 1e-9 ? 0 : PoissonDistribution.of(rate).createSampler(random).sample();
  }

  /**
   * @param mean of a fully watched week, by its index
   * @param coverage of a week, by its index; a week is counted in step with it
   */
  static CountSeries weeks(
      long seed, int weeks, IntToDoubleFunction mean, IntToDoubleFunction coverage, double size) {
    UniformRandomProvider random = new SplittableRandom(seed)::nextLong;
    var points = new ArrayList<Point>();
    for (int week = 0; week < weeks; week++) {
      double share = coverage.applyAsDouble(week);
      double expected = mean.applyAsDouble(week) * share;
      points.add(
          new Point(
              MONDAY.plusWeeks(week), expected == 0 ? 0 : draw(random, expected, size), share));
    }
    return new CountSeries(7, points);
  }

  /** A factor that swings by this share over the year. */
  static double season(int week, double swing) {
    return 1 + swing * Math.sin(2 * Math.PI * (week + 9) / 52.18);
  }
}
