package org.maraude.dashboard.statistics;

import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;

/**
 * Counts that spread more than chance alone: NB2, its Poisson limit from {@link
 * CountRegression#POISSON} on.
 */
final class NegativeBinomial {

  private NegativeBinomial() {}

  static double logProbability(double count, double mean, double size) {
    double common = -Gamma.logGamma(count + 1);
    if (size >= CountRegression.POISSON) {
      return common + (count == 0 ? 0 : count * Math.log(mean)) - mean;
    }
    return common
        + Gamma.logGamma(count + size)
        - Gamma.logGamma(size)
        - size * Math.log1p(mean / size)
        + (count == 0 ? 0 : count * (Math.log(mean) - Math.log(mean + size)));
  }

  /** The probability of this count or fewer. */
  static double atMost(long count, double mean, double size) {
    if (count < 0) {
      return 0;
    }
    if (size >= CountRegression.POISSON) {
      return PoissonDistribution.of(mean).cumulativeProbability(Math.toIntExact(count));
    }
    return Beta.regularizedBeta(size / (size + mean), size, count + 1.0);
  }

  /** The smallest count that is reached with at least this probability. */
  static long quantile(double probability, double mean, double size) {
    long low = -1;
    long high = Math.max(1, (long) mean);
    while (atMost(high, mean, size) < probability) {
      low = high;
      high *= 2;
    }
    while (high - low > 1) {
      long middle = (low + high) / 2;
      if (atMost(middle, mean, size) < probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
