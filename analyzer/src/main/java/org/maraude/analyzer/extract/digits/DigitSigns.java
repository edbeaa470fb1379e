package org.maraude.analyzer.extract.digits;

import org.maraude.analyzer.extract.reading.Folding;

/** What single characters show as digits. */
final class DigitSigns {

  static final int NONE = -1;

  private static final int KEYCAP_TEN = 0x1F51F;

  /** Signs drawn like a zero that are no letters of any script. */
  private static final String ROUND = "⭕🅾🄞Ⓞ";

  private DigitSigns() {}

  /**
   * The value that a character shows as a digit or a number up to 99: decimal digits of every
   * script, superscripts, circled, parenthesised, dingbat and full-stop forms. Fractions and
   * letters that are numerals in some scripts show none.
   */
  static int valueOf(int point) {
    if (point < 0x80) {
      return point >= '0' && point <= '9' ? point - '0' : NONE;
    }
    int type = Character.getType(point);
    if (type == Character.DECIMAL_DIGIT_NUMBER) {
      return Character.digit(point, 10);
    }
    if (type == Character.OTHER_NUMBER) {
      int value = Character.getNumericValue(point);
      return value >= 0 && value <= 99 ? value : NONE;
    }
    return point == KEYCAP_TEN ? 10 : NONE;
  }

  /** Whether a character only dresses the one before it: marks, joiners, variation selectors. */
  static boolean isInvisible(int point) {
    return point >= 0x80 && Folding.isInvisible(point);
  }

  /**
   * The digit that a letter is drawn like, by its raw form and its folded one; 0 for none. Only
   * those that people read as a digit anywhere.
   */
  static char lookalike(int point, char folded) {
    if (folded == 'o' || ROUND.indexOf(point) >= 0) {
      return '0';
    }
    // A capital L looks like no digit; a letter of another script that folds to l looks like I.
    return point == 'l' || folded == 'i' || (folded == 'l' && point > 0x7F) ? '1' : 0;
  }

  /** The same with letters that are read as a digit only where all else is digits. */
  static char distantLookalike(int point, char folded) {
    char near = lookalike(point, folded);
    if (near != 0) {
      return near;
    }
    return switch (folded) {
      case 's' -> '5';
      case 'b' -> '8';
      case 'z' -> '2';
      case 'a' -> '4';
      case 'g', 'q' -> '9';
      case 'e' -> '3';
      case 't' -> '7';
      case 'l', '|' -> '1';
      default -> 0;
    };
  }
}
