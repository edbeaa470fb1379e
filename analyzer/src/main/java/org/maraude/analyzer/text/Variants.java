package org.maraude.analyzer.text;

import java.util.ArrayList;
import java.util.List;

/** Other readings of one word, when its own letters call for them. Pure. */
final class Variants {

  private static final String DIGITS = "0123456789";
  private static final String ONE_AS_I = "oizeasgtbg";
  private static final String ONE_AS_L = "olzeasgtbg";

  private Variants() {}

  /**
   * None for nearly every word.
   *
   * @param text in which the word stands
   * @param latinText whether the text has Latin letters, among which others are a disguise
   */
  static List<Word> of(Word word, String text, boolean latinText) {
    var signs = Signs.of(word.term());
    if (signs.plain(latinText)) {
      return List.of();
    }
    var variants = new ArrayList<Word>();
    var stripped = signs.separators ? without(word.term(), "._") : word.term();
    if (signs.separators && !stripped.isEmpty()) {
      add(variants, word, stripped, Disguise.SEPARATED);
    }
    boolean mixed = signs.digits && signs.letters;
    if (mixed) {
      add(variants, word, lettersFor(stripped, ONE_AS_I), Disguise.LEET);
      add(variants, word, lettersFor(stripped, ONE_AS_L), Disguise.LEET);
    }
    if (signs.foreign && latinText) {
      addShape(variants, word, Skeleton.of(stripped));
      addShape(variants, word, Skeleton.ofWritten(text.substring(word.start(), word.end())));
      if (mixed) {
        addShape(variants, word, Skeleton.of(lettersFor(stripped, ONE_AS_I)));
        addShape(variants, word, Skeleton.of(lettersFor(stripped, ONE_AS_L)));
      }
    }
    return variants;
  }

  private static void addShape(List<Word> variants, Word word, String shape) {
    if (!shape.isEmpty() && shape.chars().allMatch(unit -> unit < 0x80)) {
      add(variants, word, shape, Disguise.LOOKALIKE);
    }
  }

  private static void add(List<Word> variants, Word word, String term, Disguise disguise) {
    var variant = new Word(term, word.start(), word.end(), disguise);
    if (!variants.contains(variant)) {
      variants.add(variant);
    }
  }

  private static String without(String term, String signs) {
    var kept = new StringBuilder(term.length());
    term.chars().filter(unit -> signs.indexOf(unit) < 0).forEach(unit -> kept.append((char) unit));
    return kept.toString();
  }

  private static String lettersFor(String term, String letters) {
    var read = new StringBuilder(term);
    for (int at = 0; at < read.length(); at++) {
      int digit = DIGITS.indexOf(read.charAt(at));
      if (digit >= 0) {
        read.setCharAt(at, letters.charAt(digit));
      }
    }
    return read.toString();
  }

  /** What stands in a folded word. */
  record Signs(boolean letters, boolean digits, boolean separators, boolean foreign) {

    static Signs of(String term) {
      boolean letters = false;
      boolean digits = false;
      boolean separators = false;
      boolean foreign = false;
      for (int at = 0; at < term.length(); ) {
        int letter = term.codePointAt(at);
        at += Character.charCount(letter);
        if (letter >= 'a' && letter <= 'z') {
          letters = true;
        } else if (letter >= '0' && letter <= '9') {
          digits = true;
        } else if (letter == '.' || letter == '_') {
          separators = true;
        } else if (letter >= 0x80 && Character.isLetter(letter)) {
          letters = true;
          foreign |= Character.UnicodeScript.of(letter) != Character.UnicodeScript.LATIN;
        }
      }
      return new Signs(letters, digits, separators, foreign);
    }

    boolean plain(boolean latinText) {
      return !separators && !(letters && digits) && !(foreign && latinText);
    }
  }
}
