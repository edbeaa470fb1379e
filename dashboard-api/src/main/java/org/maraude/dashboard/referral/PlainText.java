package org.maraude.dashboard.referral;

/**
 * Words of strangers on one line of paper: nothing in them breaks the line, turns the reading
 * direction or hides. A character that does is shown by its number (Unicode TR 36, section 2.5).
 */
final class PlainText {

  private static final int LONGEST = 300;
  private static final int JOINER = 0x200D;

  private PlainText() {}

  static String of(String words) {
    var plain = new StringBuilder();
    words.codePoints().limit(LONGEST).forEach(c -> append(plain, c));
    var cut = words.codePointCount(0, words.length()) > LONGEST ? " […]" : "";
    return plain.toString().strip() + cut;
  }

  private static void append(StringBuilder plain, int c) {
    if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      boolean follows = plain.isEmpty() || plain.charAt(plain.length() - 1) == ' ';
      plain.append(follows ? "" : " ");
    } else if (c == JOINER || isVisible(c)) {
      plain.appendCodePoint(c);
    } else {
      plain.append("[U+%04X]".formatted(c));
    }
  }

  private static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
