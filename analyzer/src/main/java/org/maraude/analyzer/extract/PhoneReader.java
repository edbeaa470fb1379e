package org.maraude.analyzer.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.maraude.contacts.CanonicalContact;
import org.maraude.contacts.Phones;

/**
 * Finds phone numbers, also disguised ones: it reads every number of the text first, then looks for
 * runs of them that dial. A run begins and ends where a written number does, so no piece is ever
 * cut out of a longer figure. Thread safe.
 */
final class PhoneReader {

  private static final int LONGEST = 16;

  /** Eleven digits behind a zero are a British mobile's form, and nobody's in France. */
  private static final String TRUNK_ELSEWHERE = "GB";

  private static final int SHORTEST_INTERNATIONAL = 9;

  /**
   * What any reader takes for a number: ASCII digits, at most three usual separators between two.
   */
  private static final Pattern PLAIN =
      Pattern.compile("[+(]?\\d(?:[ \\t./()\\u00A0\\u202F-]{0,3}\\d)*");

  private static final Pattern PLUS =
      Pattern.compile("(?:[+＋]|\\bplus)[\\s(]{0,2}$", Pattern.CASE_INSENSITIVE);
  private static final Pattern MASKED = Pattern.compile("\\*\\*\\s$");

  private static final int FEWEST_DIGITS = 8;

  private PhoneReader() {}

  /** Cheap test by which texts without a number are let go. */
  static boolean mayHoldOne(List<NumberToken> tokens) {
    return tokens.stream().mapToInt(NumberToken::length).sum() >= FEWEST_DIGITS;
  }

  /**
   * The phone numbers of a text, leftmost first, none overlapping.
   *
   * @param numbers all numbers of the text
   * @param region where a number without country code is dialled from, ISO 3166-1 alpha-2
   * @param taken what is another contact or another figure already
   */
  static List<Hit> read(String text, List<NumberToken> numbers, String region, Stretches taken) {
    List<NumberToken> tokens =
        numbers.stream()
            .filter(token -> !taken.touch(token.start(), token.end()))
            .filter(token -> !afterMask(text, token.start()))
            .toList();
    if (!mayHoldOne(tokens)) {
      return List.of();
    }
    List<Hit> hits = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      Optional<Run> run = longestRun(text, region, taken, tokens, at);
      if (run.isPresent()) {
        hits.add(run.get().hit());
        at = run.get().next();
      } else {
        at++;
      }
    }
    return hits;
  }

  private static boolean afterMask(String text, int start) {
    return MASKED.matcher(text.substring(Math.max(0, start - 4), start)).find();
  }

  /** A number that dials, and the first token behind it. */
  private record Run(Hit hit, int next) {}

  private static Optional<Run> longestRun(
      String text, String region, Stretches taken, List<NumberToken> tokens, int from) {
    boolean plus = hasPlus(text, tokens.get(from).start());
    StringBuilder digits = new StringBuilder();
    Run best = null;
    Evidence evidence = new Evidence();
    for (int at = from; at < tokens.size(); at++) {
      NumberToken token = tokens.get(at);
      if (at > from) {
        NumberToken previous = tokens.get(at - 1);
        Gap gap = Gap.between(text, previous.end(), token.start());
        if (gap == Gap.BREAK || taken.touch(previous.end(), token.start())) {
          break;
        }
        evidence.gap(gap);
      }
      evidence.token(token);
      digits.append(token.digits());
      if (digits.length() > LONGEST) {
        break;
      }
      Optional<CanonicalContact> phone = dial(digits.toString(), plus, region);
      if (phone.isPresent() && evidence.suffices() && !goesOnDigitByDigit(text, tokens, from, at)) {
        int start = plus ? plusStart(text, tokens.get(from).start()) : tokens.get(from).start();
        boolean plain =
            evidence.written() && PLAIN.matcher(text.substring(start, token.end())).matches();
        best = new Run(new Hit(phone.get(), start, token.end(), plain), at + 1);
      }
    }
    return Optional.ofNullable(best);
  }

  /** What speaks for the tokens so far being one number. */
  private static final class Evidence {
    private int softDigits;
    private int allDigits;
    private int loose;
    private boolean pairs = true;
    private boolean spelt;
    private boolean soft;

    void token(NumberToken token) {
      allDigits += token.length();
      softDigits += token.soft() ? token.length() : 0;
      pairs &= token.length() == 2;
      spelt |= token.spelt();
      soft |= token.soft();
    }

    void gap(Gap gap) {
      loose += gap == Gap.LOOSE ? 1 : 0;
    }

    boolean suffices() {
      return 2 * softDigits <= allDigits && (loose == 0 || (pairs && softDigits == 0));
    }

    boolean written() {
      return !spelt && !soft;
    }
  }

  private static Optional<CanonicalContact> dial(String digits, boolean plus, String region) {
    if (plus) {
      return digits.length() >= SHORTEST_INTERNATIONAL
          ? Phones.read("+" + digits, region)
          : Optional.empty();
    }
    if (digits.startsWith("00")) {
      return digits.length() >= SHORTEST_INTERNATIONAL + 2
          ? Phones.read("+" + digits.substring(2), region)
          : Optional.empty();
    }
    if (digits.startsWith("33") && (digits.length() == 11 || digits.startsWith("330"))) {
      return Phones.read("+" + digits, region);
    }
    if (digits.startsWith("0") && digits.length() == 10) {
      return Phones.read(digits, region).or(() -> Phones.read(digits, Phones.DEFAULT_REGION));
    }
    if (digits.startsWith("07") && digits.length() == 11) {
      return Phones.read(digits, TRUNK_ELSEWHERE);
    }
    boolean elsewhere = !region.equals(Phones.DEFAULT_REGION);
    return elsewhere && digits.length() >= 8 ? Phones.read(digits, region) : Optional.empty();
  }

  /** Ten single digits with an eleventh to follow are a longer figure, not a number and a rest. */
  private static boolean goesOnDigitByDigit(
      String text, List<NumberToken> tokens, int from, int last) {
    if (last + 1 >= tokens.size()
        || tokens.get(last + 1).length() > 2
        || tokens.subList(from, last + 1).stream().anyMatch(token -> token.length() != 1)) {
      return false;
    }
    String within = text.substring(tokens.get(last - 1).end(), tokens.get(last).start());
    String after = text.substring(tokens.get(last).end(), tokens.get(last + 1).start());
    return within.equals(after);
  }

  private static boolean hasPlus(String text, int start) {
    return PLUS.matcher(text.substring(Math.max(0, start - 7), start)).find();
  }

  private static int plusStart(String text, int start) {
    int at = start - 1;
    while (at > 0 && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '(')) {
      at--;
    }
    return text.charAt(at) == '+' || text.charAt(at) == '＋' ? at : at - 3;
  }
}
