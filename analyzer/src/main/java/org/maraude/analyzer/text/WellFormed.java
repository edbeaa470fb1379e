package org.maraude.analyzer.text;

/** Text that every later reader can take. */
public final class WellFormed {

  private static final char REPLACEMENT = '\uFFFD';

  private WellFormed() {}

  /**
   * The text with U+FFFD for each half of a surrogate pair and each NUL, which JSON may hold but
   * UTF-8 and databases may not. One unit for one unit, so that every offset stays.
   */
  public static String of(String text) {
    StringBuilder repaired = null;
    for (int at = 0; at < text.length(); at++) {
      char unit = text.charAt(at);
      if (Character.isHighSurrogate(unit)
          && at + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(at + 1))) {
        at++;
      } else if (Character.isSurrogate(unit) || unit == '\0') {
        repaired = repaired == null ? new StringBuilder(text) : repaired;
        repaired.setCharAt(at, REPLACEMENT);
      }
    }
    return repaired == null ? text : repaired.toString();
  }
}
