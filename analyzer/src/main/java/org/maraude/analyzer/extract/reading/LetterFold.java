package org.maraude.analyzer.extract.reading;

import com.ibm.icu.text.SpoofChecker;
import java.text.Normalizer;
import java.util.Locale;

/**
 * One character as the plain one it shows: {@code É}, full-width, mathematical, circled, squared
 * and regional letters, and the letters of other scripts that look like Latin ones (UTS 39). Thread
 * safe; results are kept in a table, since the same few dozen characters come again and again.
 */
final class LetterFold {

  private static final SpoofChecker LOOKALIKES = new SpoofChecker.Builder().build();
  private static final char UNKNOWN = 0;
  private static final char[] TABLE = new char[0x10000];

  /** Blocks of pictured capitals that no compatibility form leads back to letters. */
  private static final int[] PICTURED_CAPITALS = {0x1F150, 0x1F170, 0x1F1E6};

  private LetterFold() {}

  /** The folded character; {@link FoldedText#FILL} for none, the first of several. */
  static char of(int point) {
    if (point < 0x80) {
      return (char) Character.toLowerCase(point);
    }
    if (point > 0xFFFF) {
      return compute(point);
    }
    char known = TABLE[point];
    if (known == UNKNOWN) {
      known = compute(point);
      TABLE[point] = known;
    }
    return known;
  }

  private static char compute(int point) {
    for (int first : PICTURED_CAPITALS) {
      if (point >= first && point < first + 26) {
        return (char) ('a' + point - first);
      }
    }
    int type = Character.getType(point);
    if (type == Character.SURROGATE) {
      return FoldedText.PICTURE;
    }
    String folded = Folding.fold(Character.toString(point));
    if (folded.isEmpty()) {
      return FoldedText.FILL;
    }
    if (folded.charAt(0) > 0x7F && Character.isLetter(folded.codePointAt(0))) {
      String skeleton = Folding.fold(LOOKALIKES.getSkeleton(folded)).toLowerCase(Locale.ROOT);
      if (skeleton.length() == 1 && isPlain(skeleton.charAt(0))) {
        return skeleton.charAt(0);
      }
      String capital = Folding.fold(LOOKALIKES.getSkeleton(upper(folded)));
      if (capital.length() == 1 && isPlain(capital.charAt(0))) {
        return capital.charAt(0);
      }
    }
    return Character.isSurrogate(folded.charAt(0)) ? FoldedText.PICTURE : folded.charAt(0);
  }

  private static String upper(String folded) {
    return Normalizer.normalize(folded.toUpperCase(Locale.ROOT), Normalizer.Form.NFKD);
  }

  private static boolean isPlain(char letter) {
    return letter >= 'a' && letter <= 'z';
  }
}
