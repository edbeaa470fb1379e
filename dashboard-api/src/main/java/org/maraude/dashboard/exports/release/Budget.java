package org.maraude.dashboard.exports.release;

import java.util.Locale;

/**
 * What is left of a budget of noise.
 *
 * @param span a quarter of data or a year of asking
 * @param allowed as a number with two digits, such as {@code 4.00}
 * @param left likewise
 */
public record Budget(String span, String allowed, String left) {

  static Budget of(String span, int allowed, int spent) {
    return new Budget(span, written(allowed), written(allowed - spent));
  }

  private static String written(int hundredths) {
    return String.format(Locale.ROOT, "%d.%02d", hundredths / 100, hundredths % 100);
  }
}
