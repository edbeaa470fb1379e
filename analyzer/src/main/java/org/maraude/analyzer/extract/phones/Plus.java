package org.maraude.analyzer.extract.phones;

import org.maraude.analyzer.extract.reading.FoldedText;

/** The sign of an international number, also in words. */
final class Plus {

  private static final String WORD = "plus";

  private Plus() {}

  /** Where the plus before a number stands, or -1. Blanks and a bracket may come between. */
  static int before(FoldedText text, int start) {
    String folded = text.folded();
    int at = start - 1;
    while (at >= 0 && start - at <= 4 && isBetween(folded.charAt(at))) {
      at--;
    }
    if (at < 0) {
      return -1;
    }
    if (folded.charAt(at) == '+') {
      return at;
    }
    int word = at - WORD.length() + 1;
    boolean spelt =
        word >= 0
            && folded.startsWith(WORD, word)
            && (word == 0 || !Character.isLetterOrDigit(folded.charAt(word - 1)));
    return spelt ? word : -1;
  }

  private static boolean isBetween(char unit) {
    return unit == ' ' || unit == '(' || unit == '-' || unit == '\u00A0' || unit == FoldedText.FILL;
  }
}
