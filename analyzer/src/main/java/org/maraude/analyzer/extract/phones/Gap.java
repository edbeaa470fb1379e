package org.maraude.analyzer.extract.phones;

import java.util.Set;
import org.maraude.analyzer.extract.reading.FoldedText;

/** What stands between two numbers, judged by whether one phone number may run across it. */
enum Gap {
  /** Separators, emoji, at most two line breaks. */
  TIGHT,
  /** Words that people put between digits: «puis», «tiret», «then». */
  FILLED,
  /** One or two other words: only believed when everything else is regular. */
  LOOSE,
  /** Too much, or words that part two numbers: «du 6 au 12», «80 ou 100». */
  BREAK;

  private static final int LONGEST = 60;
  private static final int MOST_SYMBOLS = 14;
  private static final int MOST_WORDS = 5;

  private static final Set<String> FILLERS =
      Set.of(
          "puis",
          "et",
          "ensuite",
          "apres",
          "enfin",
          "suivi",
          "suivis",
          "suit",
          "encore",
          "then",
          "and",
          "next",
          "followed",
          "by",
          "after",
          "y",
          "e",
          "luego",
          "despues",
          "apoi",
          "poi",
          "depois",
          "tiret",
          "tirets",
          "point",
          "points",
          "pt",
          "pts",
          "dot",
          "dots",
          "dash",
          "hyphen",
          "espace",
          "espaces",
          "space",
          "slash",
          "barre",
          "trait",
          "virgule",
          "coma",
          "comma",
          "guion",
          "punto",
          "ponto",
          "punct",
          "spatiu",
          "espacio",
          "etoile",
          "star",
          "underscore",
          "moi",
          "me",
          "appelle",
          "appelez",
          "call",
          "x",
          "o",
          "finit",
          "finis",
          "termine",
          "commence",
          "par",
          "with",
          "avec",
          "n",
          "v",
          "plus",
          "le",
          "les",
          "the",
          "chiffre",
          "chiffres",
          "numero",
          "deux-points",
          "euh",
          "hop",
          "hum");

  /** Words that part two numbers, unless «suivi» leads to them. */
  private static final Set<String> PARTING =
      Set.of(
          "au", "aux", "a", "du", "des", "de", "ou", "or", "to", "from", "until", "till", "jusqu",
          "jusque", "entre", "between", "hasta", "al", "del", "o", "sau", "la", "pour", "for");

  static Gap between(FoldedText text, int start, int end) {
    if (end - start > LONGEST) {
      return BREAK;
    }
    return new Reading(text.folded(), start, end).judge();
  }

  /** One look at a gap. */
  private static final class Reading {
    private final String text;
    private final int start;
    private final int end;
    private int at;
    private int words;
    private int unknown;
    private int symbols;
    private boolean led;
    private boolean parted;

    Reading(String text, int start, int end) {
      this.text = text;
      this.start = start;
      this.at = start;
      this.end = end;
    }

    Gap judge() {
      int lines = 0;
      char before = 0;
      while (at < end) {
        char unit = text.charAt(at);
        if (isLetter(unit)) {
          word();
          before = 'a';
          continue;
        }
        if (unit == '\n') {
          lines++;
          if (lines > 2 || (".!?".indexOf(before) >= 0 && before != 0)) {
            return BREAK;
          }
        }
        boolean blank = Character.isWhitespace(unit);
        symbols += blank || unit == FoldedText.FILL ? 0 : 1;
        before = blank && unit != '\n' ? before : unit;
        at++;
      }
      if (parted
          || symbols > MOST_SYMBOLS
          || words > MOST_WORDS
          || unknown > 2
          || (symbols > 3 && isMask())) {
        return BREAK;
      }
      return unknown > 0 ? LOOSE : words > 0 ? FILLED : TIGHT;
    }

    private void word() {
      int from = at;
      while (at < end && isLetter(text.charAt(at))) {
        at++;
      }
      String word = text.substring(from, at);
      words++;
      if (word.equals("suivi") || word.equals("suivis") || word.equals("followed")) {
        led = true;
      } else if (word.equals("de") && led) {
        led = false;
      } else if (word.length() > 1 && PARTING.contains(word) || word.equals("a")) {
        parted = true;
      } else if (!FILLERS.contains(word)) {
        unknown++;
      }
    }

    /** The hidden part of a number that was masked already. */
    private boolean isMask() {
      return text.substring(start, end).contains("** **");
    }

    private static boolean isLetter(char unit) {
      return (unit >= 'a' && unit <= 'z') || (unit > 0x7F && Character.isLetter(unit));
    }
  }
}
