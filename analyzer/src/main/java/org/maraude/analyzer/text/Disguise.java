package org.maraude.analyzer.text;

/** What had to be undone before a word could be read. */
public enum Disguise {
  /** Nothing: the plain chain reads it. */
  NONE,
  /**
   * Letters of another script that look alike. The term is a skeleton and compares with skeletons
   * only: {@code m} becomes {@code rn}, so it is no word by itself.
   *
   * @see <a href="https://www.unicode.org/reports/tr39/#Confusable_Detection">UTS 39</a>
   */
  LOOKALIKE,
  /** Digits or signs that stand for letters. */
  LEET,
  /** Dots, hyphens, stars or low lines inside the word. */
  SEPARATED,
  /** Single letters with the same gap between them. */
  SPELT
}
