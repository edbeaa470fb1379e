package org.maraude.analyzer.text;

import com.ibm.icu.text.SpoofChecker;
import java.util.Locale;

/**
 * The shape of a word, by which words of different letters look the same. Thread safe.
 *
 * @see <a href="https://www.unicode.org/reports/tr39/#Confusable_Detection">UTS 39</a>
 */
public final class Skeleton {

  private static final SpoofChecker SHAPES = new SpoofChecker.Builder().build();

  private Skeleton() {}

  /** Of a folded word. Two words that look alike have the same. */
  public static String of(String folded) {
    return SHAPES.getSkeleton(folded);
  }

  /**
   * Of a word as it was written, whose capitals may look alike where the small letters do not: the
   * Cyrillic letter for N looks like H only as a capital.
   */
  static String ofWritten(String word) {
    return of(SHAPES.getSkeleton(word).toLowerCase(Locale.ROOT));
  }
}
