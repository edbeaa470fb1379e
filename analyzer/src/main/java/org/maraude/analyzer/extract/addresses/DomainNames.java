package org.maraude.analyzer.extract.addresses;

import java.util.regex.Pattern;

/** What names of hosts are made of, and how their dots are written. */
final class DomainNames {

  /** Ends that disguised addresses and links without a scheme must have: short words abound. */
  static final String ENDS =
      "(?:com|org|net|test|invalid|example|info|biz|fr|be|ch|lu|es|pt|it|ro|de|at|uk|co\\.uk|eu|io|me|paris|fans|app|"
          + "site|online|xyz|live|link|bio)";

  /** Ends that are no ordinary word behind «point» or «dot». */
  static final String CLEAR_ENDS =
      "(?:com|org|net|test|invalid|example|info|biz|fr|lu|eu|paris|fans|app|site|online|xyz)";

  static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N}_+-]{0,62}";
  static final String BRACKET_DOT =
      "\\s{0,2}[\\[({<]\\s?(?:dot|point|punto|\\.)\\s?[\\])}>]\\s{0,2}";
  static final String SPELT_DOT =
      "(?:" + BRACKET_DOT + "|\\s{1,2}(?:dot|point|punto|ponto|punct)\\s{1,2})";
  static final String DOT = "(?:\\s?\\.\\s?|" + SPELT_DOT + ")";

  private static final Pattern ANY_DOT = Pattern.compile(DOT);

  private DomainNames() {}

  /** The same with its dots as dots. */
  static String undot(String written) {
    return ANY_DOT.matcher(written).replaceAll(".").strip();
  }
}
