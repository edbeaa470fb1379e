package org.maraude.dashboard.trends;

import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The exact 95 % interval of a Poisson mean after one count (Garwood, Biometrika 28, 1936): it
 * holds the mean in at least 95 of 100 cases. It speaks of chance in counting, not of errors.
 */
final class PoissonInterval {

  private static final double TAIL = 0.025;

  // A year of departments by day is 37,000 counts, nearly all of them small and many times the
  // same.
  private static final int REMEMBERED = 4_096;
  private static final double[] LOWS =
      IntStream.range(0, REMEMBERED).mapToDouble(PoissonInterval::exactLow).toArray();
  private static final double[] HIGHS =
      IntStream.range(0, REMEMBERED).mapToDouble(PoissonInterval::exactHigh).toArray();

  private PoissonInterval() {}

  static double low(long count) {
    return count < REMEMBERED ? LOWS[(int) count] : exactLow(count);
  }

  static double high(long count) {
    return count < REMEMBERED ? HIGHS[(int) count] : exactHigh(count);
  }

  private static double exactLow(long count) {
    return count == 0
        ? 0
        : ChiSquaredDistribution.of(2.0 * count).inverseCumulativeProbability(TAIL) / 2;
  }

  private static double exactHigh(long count) {
    return ChiSquaredDistribution.of(2.0 * count + 2).inverseSurvivalProbability(TAIL) / 2;
  }
}
