package org.maraude.analyzer.extract.digits;

/**
 * Digits as somebody reads them, and where they stand.
 *
 * @param digits ASCII digits, such as {@code 78} for «soixante-dix-huit»
 * @param start first UTF-16 unit
 * @param end one past the last
 * @param look how they are written
 * @param soft whether it may as well be an ordinary word («un», «I»)
 */
public record NumberToken(String digits, int start, int end, Look look, boolean soft) {

  /** How a number is written. */
  public enum Look {
    /** In digits of any drawing. */
    DIGITS,
    /** In digits, some of them drawn by letters that look alike. */
    LETTERS,
    /** In words. */
    WORDS,
    /**
     * As something that may be meant for a number, and is read so only where nothing else dials.
     */
    GUESS
  }

  public int length() {
    return digits.length();
  }

  public boolean spelt() {
    return look == Look.WORDS;
  }

  /** Its value; numbers of more than nine digits have none. */
  public int value() {
    return digits.length() > 9 ? -1 : Integer.parseInt(digits);
  }
}
