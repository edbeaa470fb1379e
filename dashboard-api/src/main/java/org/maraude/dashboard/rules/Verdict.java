package org.maraude.dashboard.rules;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/**
 * How people saw the items in which one version of a rule spoke.
 *
 * @param confirmed chosen for a contact or referred
 * @param ordinary no concern
 * @param unclear could not be said, or was seen before; not counted in the share
 */
public record Verdict(String rule, int version, long confirmed, long ordinary, long unclear) {

  /**
   * Under this share a rule mostly lists people for nothing. A convention of ours: nine wrong in
   * ten is the worst that a reviewer's time can pay for.
   */
  public static final double FLOOR = 0.10;

  private static final double OUTSIDE = 0.05;

  /** Items in which it spoke and which were decided. */
  public long shown() {
    return confirmed + ordinary + unclear;
  }

  /** Those that say something about it. */
  public long judged() {
    return confirmed + ordinary;
  }

  /** The lower end of Wilson's 95 % interval of the confirmed share (Wilson 1927), 0 to 1. */
  public double low() {
    return judged() == 0 ? 0 : interval()[0];
  }

  /** The upper end of it. */
  public double high() {
    return judged() == 0 ? 1 : interval()[1];
  }

  /** Whether it is surely under its floor, and somebody should look at it. */
  public boolean underFloor() {
    return high() < FLOOR;
  }

  private double[] interval() {
    var interval =
        BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(
            Math.toIntExact(judged()), Math.toIntExact(confirmed), OUTSIDE);
    return new double[] {interval.getLowerBound(), interval.getUpperBound()};
  }
}
