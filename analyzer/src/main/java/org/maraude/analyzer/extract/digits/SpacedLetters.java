package org.maraude.analyzer.extract.digits;

import java.util.Arrays;
import org.maraude.analyzer.extract.reading.FoldedText;

/**
 * Single letters with a little between them, read as one word.
 *
 * @param letters folded; valid up to {@code size}
 * @param at where each stands, and where the last one ends
 */
record SpacedLetters(char[] letters, int[] at, int size, int end) {

  private static final int MOST = 60;
  private static final int WIDEST_GAP = 3;
  private static final String BETWEEN = " .-*_'\u00A0\u2060";

  /** The letters from this one on; it stops before a letter that has another beside it. */
  static SpacedLetters read(FoldedText text, int start) {
    String folded = text.folded();
    char[] letters = new char[MOST];
    int[] at = new int[MOST + 1];
    int size = 0;
    int end = start;
    int next = start;
    while (size < MOST && next < folded.length() && isLetter(folded.charAt(next))) {
      int after = next + 1;
      while (after < folded.length() && folded.charAt(after) == FoldedText.FILL) {
        after++;
      }
      if (after < folded.length() && Character.isLetterOrDigit(folded.charAt(after))) {
        break;
      }
      letters[size] = folded.charAt(next);
      at[size++] = next;
      end = after;
      next = after;
      while (next < folded.length()
          && next - after < WIDEST_GAP
          && BETWEEN.indexOf(folded.charAt(next)) >= 0) {
        next++;
      }
    }
    at[size] = end;
    return new SpacedLetters(letters, Arrays.copyOf(at, MOST + 1), size, end);
  }

  private static boolean isLetter(char unit) {
    return unit >= 'a' && unit <= 'z';
  }
}
