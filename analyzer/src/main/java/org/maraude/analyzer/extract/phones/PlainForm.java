package org.maraude.analyzer.extract.phones;

/**
 * Whether a number is written so that any reader of numbers takes it: ASCII digits, at most three
 * usual separators between two.
 */
final class PlainForm {

  private static final String SEPARATORS = " \t./()-\u00A0\u202F\u2010\u2011\u2013";
  private static final int MOST = 3;

  private PlainForm() {}

  static boolean matches(String text, int start, int end) {
    int between = 0;
    for (int at = start; at < end; at++) {
      char unit = text.charAt(at);
      if (unit >= '0' && unit <= '9') {
        between = 0;
      } else if (SEPARATORS.indexOf(unit) >= 0) {
        if (++between > MOST) {
          return false;
        }
      } else if (unit != '+' || at > start) {
        return false;
      }
    }
    return true;
  }
}
