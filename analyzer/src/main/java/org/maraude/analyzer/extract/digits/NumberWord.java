package org.maraude.analyzer.extract.digits;

import java.util.List;

/**
 * A word of the text that may be a number, or one that belongs between two.
 *
 * @param meanings what it may mean, one for each language
 * @param tight whether only a blank, a hyphen or nothing stands before it
 * @param guess whether it is a misspelling of what it is taken for
 */
record NumberWord(List<Meaning> meanings, int start, int end, Gap gap, boolean guess) {

  /** How a word hangs on the one before. */
  enum Gap {
    HYPHEN,
    BLANK,
    OTHER
  }

  /** What a word means in a language. */
  record Meaning(int value, String language, boolean soft) {

    static final int LINK = -1;
    static final int DOUBLE = -2;
    static final int TRIPLE = -3;
    static final int HUNDRED = 100;
    static final int THOUSAND = 1000;
  }

  /** Its value in a language; {@link Integer#MIN_VALUE} when it has none there. */
  int valueIn(String language) {
    for (Meaning each : meanings) {
      if (each.language().equals(language)) {
        return each.value();
      }
    }
    return Integer.MIN_VALUE;
  }

  /** How often the next digit is repeated; 0 when this is no such word. */
  int repeats() {
    int value = meanings.getFirst().value();
    return value == Meaning.DOUBLE ? 2 : value == Meaning.TRIPLE ? 3 : 0;
  }
}
