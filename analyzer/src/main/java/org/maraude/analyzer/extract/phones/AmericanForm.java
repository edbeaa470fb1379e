package org.maraude.analyzer.extract.phones;

import java.util.List;
import org.maraude.analyzer.extract.digits.NumberToken;
import org.maraude.analyzer.extract.digits.NumberToken.Look;

/**
 * Numbers of North America without a country code: nothing but their form tells them from other
 * figures, so it must be right: three, three and four digits with hyphens, dots or a bracket, or
 * all ten in words.
 */
final class AmericanForm {

  private AmericanForm() {}

  static boolean mayBegin(String digits) {
    return digits.length() <= 3 && digits.charAt(0) > '1';
  }

  static boolean isOne(String text, List<NumberToken> tokens, int from, int last) {
    List<NumberToken> run = tokens.subList(from, last + 1);
    if (run.stream().allMatch(token -> token.look() == Look.WORDS && token.length() < 4)) {
      return run.size() >= 5;
    }
    if (run.size() != 3 || run.get(0).length() != 3 || run.get(1).length() != 3) {
      return false;
    }
    String first = text.substring(run.get(0).end(), run.get(1).start());
    String second = text.substring(run.get(1).end(), run.get(2).start());
    boolean bracket =
        first.startsWith(")")
            && run.get(0).start() > 0
            && text.charAt(run.get(0).start() - 1) == '(';
    return run.get(2).length() == 4
        && (bracket || (first.equals(second) && (first.equals("-") || first.equals("."))));
  }
}
