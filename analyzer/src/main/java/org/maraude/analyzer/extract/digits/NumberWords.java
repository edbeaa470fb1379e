package org.maraude.analyzer.extract.digits;

import java.util.ArrayList;
import java.util.List;
import org.maraude.analyzer.extract.digits.NumberWord.Gap;
import org.maraude.analyzer.extract.digits.NumberWord.Meaning;
import org.maraude.analyzer.extract.reading.Folding;
import org.maraude.analyzer.extract.reading.Table;

/**
 * Which runs of letters are number words, also several run together, in French (also of Belgium and
 * Switzerland), English, Spanish, Romanian, Portuguese and Italian. Immutable.
 */
final class NumberWords {

  /** Longer runs of letters are no words of anybody. */
  private static final int LONGEST_RUN = 120;

  private static final int SHORTEST_GLUED_GUESS = 3;

  private static final List<String> ITALIAN_TENS =
      List.of(
          "venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta");
  private static final List<String> ITALIAN_UNITS =
      List.of("uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove");

  private final WordTrie words = new WordTrie();
  private final WordTrie guesses = new WordTrie();

  NumberWords() {
    for (String[] row : Table.rows(NumberWords.class, "number-words.csv")) {
      String word = Folding.collapse(row[0]);
      Meaning meaning = new Meaning(Integer.parseInt(row[1]), row[2], !row[3].isEmpty());
      (row[3].equals("guess") ? guesses : words).put(word, meaning);
    }
    addItalianCompounds();
  }

  /** Italian writes its compounds as one word, and drops a vowel before another. */
  private void addItalianCompounds() {
    for (int ten = 2; ten < 10; ten++) {
      for (int unit = 1; unit < 10; unit++) {
        String tens = ITALIAN_TENS.get(ten - 2);
        String stem = unit == 1 || unit == 8 ? tens.substring(0, tens.length() - 1) : tens;
        String word = Folding.collapse(stem + ITALIAN_UNITS.get(unit - 1));
        words.put(word, new Meaning(10 * ten + unit, "it", false));
      }
    }
  }

  /**
   * The number words that a run of letters consists of, without a rest; empty when it does not.
   *
   * @param letters plain small letters
   * @param at where each letter stands in the text
   * @param gap how the run hangs on what stands before
   * @param guessing whether misspellings count
   */
  List<NumberWord> read(char[] letters, int[] at, int from, int to, Gap gap, boolean guessing) {
    if (to - from > LONGEST_RUN) {
      return List.of();
    }
    List<Meaning> exact = words.exact(letters, from, to);
    if (!exact.isEmpty()) {
      return List.of(new NumberWord(exact, at[from], at[to], gap, false));
    }
    List<NumberWord> pieces = cut(letters, at, from, to, gap, guessing);
    if (!pieces.isEmpty() || !guessing) {
      return pieces;
    }
    List<Meaning> guess = guesses.exact(letters, from, to);
    if (guess.isEmpty()) {
      char[] once = Folding.collapse(new String(letters, from, to - from)).toCharArray();
      guess = words.misspelt(once, 0, once.length);
    }
    return guess.isEmpty()
        ? List.of()
        : List.of(new NumberWord(guess, at[from], at[to], gap, true));
  }

  /**
   * Cuts a run such as {@code zerosix} into words: as few as will do, the first a right one.
   * Shorter guesses would find themselves in any text.
   */
  private List<NumberWord> cut(
      char[] letters, int[] at, int from, int to, Gap gap, boolean guessing) {
    if (!words.anyPrefix(letters, from, to)) {
      return List.of();
    }
    int[] fewest = new int[to - from + 1];
    int[] ends = new int[to - from + 1];
    java.util.Arrays.fill(fewest, Integer.MAX_VALUE);
    fewest[to - from] = 0;
    for (int start = to - 1; start >= from; start--) {
      int here = start - from;
      WordTrie.Found shorter =
          (end, meanings) -> {
            int rest = fewest[end - from];
            if (rest != Integer.MAX_VALUE && rest + 1 < fewest[here]) {
              fewest[here] = rest + 1;
              ends[here] = end;
            }
          };
      words.prefixes(letters, start, to, shorter);
      if (guessing && here > 0) {
        guesses.prefixes(
            letters,
            start,
            to,
            (end, meanings) -> {
              if (end - from - here >= SHORTEST_GLUED_GUESS) {
                shorter.word(end, meanings);
              }
            });
      }
    }
    if (fewest[0] == Integer.MAX_VALUE) {
      return List.of();
    }
    List<NumberWord> pieces = new ArrayList<>();
    for (int start = from; start < to; start = ends[start - from]) {
      int end = ends[start - from];
      List<Meaning> right = words.exact(letters, start, end);
      pieces.add(
          new NumberWord(
              right.isEmpty() ? guesses.exact(letters, start, end) : right,
              at[start],
              at[end],
              start == from ? gap : Gap.HYPHEN,
              right.isEmpty()));
    }
    return pieces;
  }

  /** Whether a run of letters is one number word as it stands. */
  List<Meaning> exact(char[] letters, int from, int to) {
    return words.exact(letters, from, to);
  }
}
