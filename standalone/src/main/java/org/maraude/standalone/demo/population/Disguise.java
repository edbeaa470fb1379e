package org.maraude.standalone.demo.population;

import java.util.random.RandomGenerator;

/** Ways to write a number so that a plain reading fails. */
public enum Disguise {
  /** Pairs in words: {@code zéro six trente-neuf ...}; in other languages digit by digit. */
  WORDS,
  /** Digit words and digits by turns: {@code 06 trente-neuf 98 ...}. */
  MIXED,
  /** Unusual signs between the pairs: {@code 06*39*98*12*34}. */
  SEPARATORS,
  /** Pictures between the pairs. */
  EMOJI,
  /** The letter O for 0 and I for 1. */
  LETTERS,
  /** Keycap digits. */
  KEYCAPS;

  private static final java.util.regex.Pattern DIGIT = java.util.regex.Pattern.compile("\\d");
  private static final String[] SIGNS = {"*", "_", "~", " // ", "|", " <> ", "=", ".:."};
  private static final String[] PICTURES = {
    "\uD83D\uDCDE", "\uD83C\uDF3A", "\u2B50", "\uD83C\uDF40"
  };

  String write(FictionNumber number, Language language, RandomGenerator random) {
    String[] pairs = number.pairs();
    return switch (this) {
      case WORDS -> NumberWords.ofPairs(pairs, language);
      case MIXED -> mixed(pairs, language);
      case SEPARATORS -> String.join(SIGNS[random.nextInt(SIGNS.length)], pairs);
      case EMOJI -> String.join(PICTURES[random.nextInt(PICTURES.length)], pairs);
      case LETTERS -> String.join(" ", pairs).replace('0', 'O').replace('1', 'I');
      case KEYCAPS -> DIGIT.matcher(number.national()).replaceAll("$0\uFE0F\u20E3");
    };
  }

  private static String mixed(String[] pairs, Language language) {
    String[] written = pairs.clone();
    for (int i = 1; i < written.length; i += 2) {
      written[i] = NumberWords.ofPair(pairs[i], language);
    }
    return String.join(" ", written);
  }
}
