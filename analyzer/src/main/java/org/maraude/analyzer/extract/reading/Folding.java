package org.maraude.analyzer.extract.reading;

import java.text.Normalizer;
import java.util.Locale;

/** Brings the spellings of one word together: compatibility forms, case, accents. */
public final class Folding {

  private Folding() {}

  /**
   * Plain lower-case letters for any script style: {@code "𝐙é\u200Bro"} becomes {@code "zero"}.
   */
  public static String fold(String text) {
    return isAscii(text) ? text.toLowerCase(Locale.ROOT) : foldAny(text);
  }

  private static String foldAny(String text) {
    String spread =
        Normalizer.normalize(text.replace("œ", "oe").replace("Œ", "oe"), Normalizer.Form.NFKD);
    StringBuilder kept = new StringBuilder(spread.length());
    for (int at = 0; at < spread.length(); ) {
      int point = spread.codePointAt(at);
      at += Character.charCount(point);
      if (!isInvisible(point)) {
        kept.appendCodePoint(point);
      }
    }
    return kept.toString().toLowerCase(Locale.ROOT);
  }

  /** Marks and format characters: they change how a character looks, or nothing. */
  public static boolean isInvisible(int point) {
    return switch (Character.getType(point)) {
      case Character.FORMAT,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK ->
          true;
      default -> false;
    };
  }

  /** Repeated letters once: {@code "zerrro"} becomes {@code "zero"}. */
  public static String collapse(String folded) {
    StringBuilder once = new StringBuilder(folded.length());
    for (int at = 0; at < folded.length(); at++) {
      char unit = folded.charAt(at);
      if (at == 0 || unit != folded.charAt(at - 1) || !Character.isLetter(unit)) {
        once.append(unit);
      }
    }
    return once.toString();
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }
}
