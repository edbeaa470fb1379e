package org.maraude.dashboard.statistics;

/**
 * An estimate with its 95 % interval.
 *
 * @param low at most the estimate
 * @param high at least the estimate
 */
public record Interval(double estimate, double low, double high) {

  /** Whether this value is among those that the data allow. */
  public boolean holds(double value) {
    return low <= value && value <= high;
  }

  /** A log ratio as a change: -0.26 is a fall of 26 %. */
  static Interval change(double log, double error, double quantile) {
    return new Interval(
        Math.expm1(log), Math.expm1(log - quantile * error), Math.expm1(log + quantile * error));
  }
}
