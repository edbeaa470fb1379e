package org.maraude.analyzer.extract;

/**
 * Digits as somebody reads them, and where they stand.
 *
 * @param digits ASCII digits, such as {@code 78} for «soixante-dix-huit»
 * @param start first UTF-16 unit
 * @param end one past the last
 * @param soft whether it may as well be an ordinary word («un», «I»)
 * @param spelt whether it was written in letters
 */
record NumberToken(String digits, int start, int end, boolean soft, boolean spelt) {

  int length() {
    return digits.length();
  }
}
