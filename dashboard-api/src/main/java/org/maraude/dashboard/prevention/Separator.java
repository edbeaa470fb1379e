package org.maraude.dashboard.prevention;

/** What stands between two cells. */
public enum Separator {
  /** The one that the first line has most of, outside of quotes. */
  AUTO('\0'),
  COMMA(','),
  SEMICOLON(';'),
  TAB('\t');

  private final char sign;

  Separator(char sign) {
    this.sign = sign;
  }

  char in(String text) {
    if (this != AUTO) {
      return sign;
    }
    int[] found = new int[3];
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted) {
        if (c == '\n' || c == '\r') {
          break;
        }
        for (int k = 0; k < found.length; k++) {
          found[k] += c == values()[k + 1].sign ? 1 : 0;
        }
      }
    }
    int best = 0;
    for (int k = 1; k < found.length; k++) {
      best = found[k] > found[best] ? k : best;
    }
    return values()[best + 1].sign;
  }
}
