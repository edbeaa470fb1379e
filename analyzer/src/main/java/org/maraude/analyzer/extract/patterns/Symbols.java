package org.maraude.analyzer.extract.patterns;

import java.util.Arrays;

/**
 * Characters by kind, few enough for a table of three in a row: each small letter, digits, blanks,
 * opening brackets, apostrophes, all others, and the text's end.
 */
final class Symbols {

  static final int COUNT = 32;
  static final int BITS = 5;
  static final int LETTERS = 26;
  static final int DIGIT = 26;
  static final int BLANK = 27;
  static final int BRACKET = 28;
  static final int APOSTROPHE = 29;
  static final int OTHER = 30;
  static final int END = 31;

  static final int ALL_LETTERS = (1 << LETTERS) - 1;

  private static final char TYPOGRAPHIC_APOSTROPHE = '\u2019';
  private static final byte[] ASCII = ascii();

  private Symbols() {}

  static int of(int point) {
    if (point < ASCII.length) {
      return ASCII[point];
    }
    return point == TYPOGRAPHIC_APOSTROPHE ? APOSTROPHE : OTHER;
  }

  static int at(String text, int at) {
    return at < text.length() ? of(text.charAt(at)) : END;
  }

  private static byte[] ascii() {
    byte[] symbols = new byte[128];
    Arrays.fill(symbols, (byte) OTHER);
    for (int letter = 0; letter < LETTERS; letter++) {
      symbols['a' + letter] = (byte) letter;
    }
    Arrays.fill(symbols, '0', '9' + 1, (byte) DIGIT);
    for (char blank : " \t\n\u000B\f\r".toCharArray()) {
      symbols[blank] = BLANK;
    }
    for (char bracket : "([{<".toCharArray()) {
      symbols[bracket] = BRACKET;
    }
    symbols['\''] = APOSTROPHE;
    return symbols;
  }
}
