package org.maraude.dashboard.prevention;

import java.util.regex.Pattern;

/** A count as people and platforms write it: digits, perhaps in groups of three. */
final class WholeNumber {

  private static final Pattern FORM =
      Pattern.compile(
          "\\d{1,12}|\\d{1,3}(?:([ .,'\\u00a0\\u2009\\u202f’])\\d{3})(?:\\1\\d{3}){0,3}");

  private WholeNumber() {}

  /**
   * Reads one; what could be a fraction or a short form is none.
   *
   * @throws PreventionException when it is none
   */
  static long read(String typed) {
    var stripped = typed.strip();
    if (!FORM.matcher(stripped).matches()) {
      throw PreventionException.unfit(
          "count-unfit", "a count is a whole number from 0 to a billion");
    }
    return Long.parseLong(stripped.replaceAll("\\D", ""));
  }
}
