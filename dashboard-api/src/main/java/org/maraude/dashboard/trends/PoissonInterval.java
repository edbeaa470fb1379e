package org.maraude.dashboard.trends;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The exact 95 % interval of a Poisson mean after one count (Garwood, Biometrika 28, 1936): it
 * holds the mean in at least 95 of 100 cases. It speaks of chance in counting, not of errors.
 */
final class PoissonInterval {

  private static final double TAIL = 0.025;

  private PoissonInterval() {}

  static double low(long count) {
    return count == 0
        ? 0
        : ChiSquaredDistribution.of(2.0 * count).inverseCumulativeProbability(TAIL) / 2;
  }

  static double high(long count) {
    return ChiSquaredDistribution.of(2.0 * count + 2).inverseSurvivalProbability(TAIL) / 2;
  }
}
