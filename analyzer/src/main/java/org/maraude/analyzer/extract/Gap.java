package org.maraude.analyzer.extract;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands between two numbers, judged by whether one phone number may run across it. */
enum Gap {
  /** Separators, emoji, at most two line breaks. */
  TIGHT,
  /** Words that people put between digits: «puis», «tiret», «then». */
  FILLED,
  /** One or two other words: only believed when everything else is regular. */
  LOOSE,
  /** Too much. */
  BREAK;

  private static final int MOST_SYMBOLS = 14;
  private static final int MOST_WORDS = 4;
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*");
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?]\\s*\\n|\\n\\s*\\n\\s*\\n");

  /** The hidden part of a number that was masked already. */
  private static final Pattern MASKED = Pattern.compile("\\*\\*\\s+\\*\\*");

  private static final Set<String> FILLERS =
      Set.of(
          "puis", "et", "ensuite", "apres", "enfin", "suivi", "de", "du", "then", "and", "next",
          "y", "e", "luego", "despues", "tiret", "point", "points", "pt", "dot", "dash", "espace",
          "space", "slash", "barre", "virgule", "coma", "comma", "guion", "punto", "etoile", "star",
          "moi", "me", "appelle", "appelez", "call", "le", "au", "x", "o");

  static Gap between(String text, int start, int end) {
    String gap = text.substring(start, end);
    if (gap.length() <= 3 && gap.chars().noneMatch(Character::isLetter)) {
      return TIGHT;
    }
    if (gap.length() > 60 || MASKED.matcher(gap).find() || SENTENCE_END.matcher(gap).find()) {
      return BREAK;
    }
    int words = 0;
    int unknown = 0;
    int letters = 0;
    for (Matcher word = WORD.matcher(gap); word.find(); ) {
      words++;
      letters += word.end() - word.start();
      if (!FILLERS.contains(Folding.fold(word.group()))) {
        unknown++;
      }
    }
    int symbols = gap.codePointCount(0, gap.length()) - letters - words;
    if (symbols > MOST_SYMBOLS || words > MOST_WORDS || unknown > 2) {
      return BREAK;
    }
    if (unknown > 0) {
      return LOOSE;
    }
    return words > 0 ? FILLED : TIGHT;
  }
}
