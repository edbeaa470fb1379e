package org.maraude.standalone.demo.population;

import java.util.random.RandomGenerator;

/**
 * A distribution known by some of its quantiles, log-linear between them.
 *
 * @param shares rising from 0 to 1
 * @param values positive, rising, one a share
 */
record Quantiles(double[] shares, double[] values) {

  /** Near-duplicate groups, ads each (Kennedy 2022: p50 5, p75 11, p90 24, p95 52, p99 181). */
  static final Quantiles GROUP_SIZE =
      new Quantiles(
          new double[] {0, 0.5, 0.75, 0.90, 0.95, 0.99, 1},
          new double[] {1.6, 5, 11, 24, 52, 181, 190});

  /**
   * Days from an advertiser's first ad to the last (median 14, quartiles 1 and 58, a long tail).
   */
  static final Quantiles DAYS_ACTIVE =
      new Quantiles(
          new double[] {0, 0.25, 0.50, 0.75, 0.90, 1}, new double[] {1, 1, 14, 58, 180, 600});

  double at(double share) {
    int i = 1;
    while (i < shares.length - 1 && share > shares[i]) {
      i++;
    }
    double part = (share - shares[i - 1]) / (shares[i] - shares[i - 1]);
    return Math.exp(Math.log(values[i - 1]) * (1 - part) + Math.log(values[i]) * part);
  }

  /**
   * {@code count} numbers spread evenly over 0..1 in random order, so that no quantile is left to
   * luck.
   */
  static double[] spread(int count, RandomGenerator random) {
    double[] shares = new double[count];
    for (int i = 0; i < count; i++) {
      shares[i] = (i + random.nextDouble()) / count;
    }
    for (int i = count - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      double kept = shares[i];
      shares[i] = shares[other];
      shares[other] = kept;
    }
    return shares;
  }
}
