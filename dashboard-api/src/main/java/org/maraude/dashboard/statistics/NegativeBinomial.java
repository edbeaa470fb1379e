package org.maraude.dashboard.statistics;

import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;
import org.hipparchus.util.CombinatoricsUtils.FactorialLog;

/**
 * Counts that spread more than chance alone: NB2, its Poisson limit from {@link
 * CountRegression#POISSON} on.
 */
final class NegativeBinomial {

  // A page of departments judges every week of twelve series, each by some fits of 150 counts: the
  // logarithms of the same small factorials were a third of its time.
  private static final FactorialLog LOG_FACTORIAL = FactorialLog.create().withCache(4_096);

  private NegativeBinomial() {}

  static double logProbability(double count, double mean, double size) {
    double common = -LOG_FACTORIAL.value(Math.toIntExact((long) count));
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
