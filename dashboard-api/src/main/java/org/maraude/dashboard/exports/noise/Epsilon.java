package org.maraude.dashboard.exports.noise;

import java.util.Locale;

/**
 * How much a release may tell of one advertiser, in hundredths: a fraction of whole numbers, so
 * that budgets add up exactly.
 *
 * @param hundredths 1 to 100
 */
public record Epsilon(int hundredths) {

  static final int WHOLE = 100;

  public Epsilon {
    if (hundredths < 1 || hundredths > WHOLE) {
      throw new IllegalArgumentException("epsilon is from 0.01 to 1, not " + hundredths + "/100");
    }
  }

  /** With a point and two digits, such as {@code 0.50}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d.%02d", hundredths / WHOLE, hundredths % WHOLE);
  }
}
