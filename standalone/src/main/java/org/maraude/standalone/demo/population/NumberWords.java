package org.maraude.standalone.demo.population;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Digits in words: French by pairs as phone numbers are spoken, other languages digit by digit. */
final class NumberWords {

  private static final String[] FRENCH = {
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf"
  };
  private static final String[] FRENCH_TENS = {
    "",
    "",
    "vingt",
    "trente",
    "quarante",
    "cinquante",
    "soixante",
    "soixante",
    "quatre-vingt",
    "quatre-vingt"
  };
  private static final String[] ENGLISH = {
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"
  };
  private static final String[] SPANISH = {
    "cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"
  };
  private static final String[] ROMANIAN = {
    "zero", "unu", "doi", "trei", "patru", "cinci", "șase", "șapte", "opt", "nouă"
  };

  private NumberWords() {}

  static String ofPairs(String[] pairs, Language language) {
    return Arrays.stream(pairs)
        .map(pair -> ofPair(pair, language))
        .collect(Collectors.joining(" "));
  }

  static String ofPair(String pair, Language language) {
    return switch (language) {
      case FRENCH -> french(pair);
      case ENGLISH -> digits(pair, ENGLISH);
      case SPANISH -> digits(pair, SPANISH);
      case ROMANIAN -> digits(pair, ROMANIAN);
    };
  }

  private static String digits(String pair, String[] words) {
    return words[pair.charAt(0) - '0'] + " " + words[pair.charAt(1) - '0'];
  }

  private static String french(String pair) {
    int value = Integer.parseInt(pair);
    if (pair.charAt(0) == '0') {
      return FRENCH[0] + " " + FRENCH[value];
    }
    if (value < 20) {
      return FRENCH[value];
    }
    int tens = value / 10;
    int rest = tens == 7 || tens == 9 ? value - (tens - 1) * 10 : value - tens * 10;
    if (rest == 0) {
      return FRENCH_TENS[tens] + (tens == 8 ? "s" : "");
    }
    boolean joinedByAnd = tens < 8 && (rest == 1 || rest == 11);
    return FRENCH_TENS[tens] + (joinedByAnd ? " et " : "-") + FRENCH[rest];
  }
}
