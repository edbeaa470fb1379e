package org.maraude.analyzer.extract;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Brings the spellings of one word together: compatibility forms, case, accents. */
final class Folding {

  private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}]+");
  private static final Pattern REPEATED = Pattern.compile("(\\p{L})\\1+");

  private Folding() {}

  /**
   * Plain lower-case letters for any script style: {@code "𝐙é\u200Bro"} becomes {@code "zero"}.
   */
  static String fold(String text) {
    String folded = text;
    if (!isAscii(text)) {
      folded =
          Normalizer.normalize(text.replace("œ", "oe").replace("Œ", "oe"), Normalizer.Form.NFKD);
      folded = MARKS.matcher(folded).replaceAll("");
    }
    return folded.toLowerCase(Locale.ROOT);
  }

  /** Repeated letters once: {@code "zerrro"} becomes {@code "zero"}. */
  static String collapse(String folded) {
    return REPEATED.matcher(folded).replaceAll("$1");
  }

  /**
   * The text folded unit by unit, so that offsets stay: what folds to more than one unit is cut to
   * one, what folds to less is filled with {@link #FILL}.
   */
  static String foldInPlace(String text) {
    if (isAscii(text)) {
      return text.toLowerCase(Locale.ROOT);
    }
    StringBuilder folded = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      int units = Character.charCount(point);
      at += units;
      if (point < 128) {
        folded.append((char) Character.toLowerCase(point));
        continue;
      }
      String one = fold(Character.toString(point));
      if (one.isEmpty()) {
        folded.append(FILL);
      } else {
        folded.append(Character.isSurrogate(one.charAt(0)) ? PICTURE : one.charAt(0));
      }
      if (units == 2) {
        folded.append(FILL);
      }
    }
    return folded.toString();
  }

  /** Stands where folding left nothing, and for a pair's second half. */
  static final char FILL = '\u2060';

  /**
   * Stands for a character outside the basic plane that folds to none within it, such as an emoji.
   */
  static final char PICTURE = '\uFFFC';

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }
}
