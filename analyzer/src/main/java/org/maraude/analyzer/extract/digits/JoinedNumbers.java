package org.maraude.analyzer.extract.digits;

import java.util.ArrayList;
import java.util.List;

/** Tens in words with the rest in digits, as in «soixante 13» or «trente-9», made one number. */
final class JoinedNumbers {

  private JoinedNumbers() {}

  static List<NumberToken> of(List<NumberToken> tokens, String folded) {
    List<NumberToken> joined = new ArrayList<>(tokens.size());
    for (NumberToken token : tokens) {
      NumberToken last = joined.isEmpty() ? null : joined.getLast();
      if (last != null && completes(last, token, folded)) {
        joined.set(
            joined.size() - 1,
            new NumberToken(
                Integer.toString(last.value() + token.value()),
                last.start(),
                token.end(),
                last.look(),
                false));
      } else {
        joined.add(token);
      }
    }
    return joined;
  }

  private static boolean completes(NumberToken tens, NumberToken rest, String folded) {
    if (!tens.spelt() || tens.length() != 2 || tens.value() % 10 != 0 || tens.value() < 20) {
      return false;
    }
    boolean twenties = tens.value() == 60 || tens.value() == 80;
    int value = rest.value();
    boolean fits =
        rest.look() == NumberToken.Look.DIGITS
            && rest.digits().charAt(0) != '0'
            && (rest.length() == 1 || (twenties && value >= 10 && value < 20));
    return fits && isShort(folded, tens.end(), rest.start()) && endsThere(folded, rest.end());
  }

  /** A unit behind the digits makes them a figure of their own: «cinquante 7j/7». */
  private static boolean endsThere(String folded, int end) {
    return end >= folded.length()
        || !(Character.isLetter(folded.charAt(end)) || "/%€".indexOf(folded.charAt(end)) >= 0);
  }

  private static boolean isShort(String folded, int from, int to) {
    if (to - from > 2) {
      return false;
    }
    for (int at = from; at < to; at++) {
      if (" -\u00A0".indexOf(folded.charAt(at)) < 0) {
        return false;
      }
    }
    return true;
  }
}
