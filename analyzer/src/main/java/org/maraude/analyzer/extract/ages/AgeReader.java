package org.maraude.analyzer.extract.ages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maraude.analyzer.extract.digits.NumberToken;
import org.maraude.analyzer.extract.digits.NumberToken.Look;
import org.maraude.analyzer.extract.reading.AdText;
import org.maraude.analyzer.extract.reading.FoldedText;
import org.maraude.analyzer.extract.reading.Stretches;
import org.maraude.events.assessment.Facts.Age;
import org.maraude.events.assessment.Span;

/**
 * Reads the ages that an ad states of its advertiser: a number with a unit («22 ans», «years old»),
 * behind a phrase that asks for one («j'ai», «âge :»), or a year of birth. An age to come («bientôt
 * 23 ans») is the one before it: nobody who says so has reached it. Thread safe.
 */
public final class AgeReader {

  private static final int YOUNGEST = 8;
  private static final int OLDEST = 90;

  private static final Pattern RANGE = Pattern.compile("\\s?(?:a|et|-|to|and|y|/|ou|or|e|si)\\s?");
  private static final Pattern FIELD =
      Pattern.compile("^\\D{0,12}(\\d{1,2})(?!\\d|\\s?\\+|[.,]\\d)\\D{0,20}$");
  private static final Pattern JOINED = Pattern.compile("[\\s.*·_-]{1,2}");

  private final FoldedText text;
  private final List<NumberToken> numbers;
  private final int year;
  private final List<Age> ages = new ArrayList<>();

  private AgeReader(FoldedText text, List<NumberToken> numbers, int year) {
    this.text = text;
    this.numbers = numbers;
    this.year = year;
  }

  /**
   * Ages in the joined text, with spans by field.
   *
   * @param year in which the ad was seen, which a year of birth is counted from
   */
  public static List<Age> read(
      AdText ad, FoldedText text, List<NumberToken> numbers, Stretches contacts, int year) {
    AgeReader reader = new AgeReader(text, numbers, year);
    for (int at = 0; at < numbers.size(); at++) {
      NumberToken token = reader.whole(at);
      if (token.length() <= 4 && !contacts.touch(token.start(), token.end())) {
        reader.read(ad, at, token, contacts);
      }
    }
    return reader.ages;
  }

  private void read(AdText ad, int at, NumberToken token, Stretches contacts) {
    if (token.length() > 2) {
      AgeStatement.birth(text, token, year)
          .ifPresent(age -> add(ad, age, token.start(), token.end()));
      return;
    }
    Optional<AgeStatement> stated = AgeStatement.of(text, token);
    if (stated.isEmpty() || stated.get().isRefused()) {
      return;
    }
    firstOfRange(at, token)
        .filter(first -> !contacts.touch(first.start(), first.end()))
        .ifPresent(first -> add(ad, first.value(), first.start(), first.end()));
    add(ad, stated.get().years(), token.start(), stated.get().end());
  }

  /** Two digits written apart, «1 9 ans», are one number. */
  private NumberToken whole(int at) {
    NumberToken token = numbers.get(at);
    if (at == 0 || token.length() != 1 || token.look() != Look.DIGITS) {
      return token;
    }
    NumberToken tens = numbers.get(at - 1);
    boolean joined =
        tens.length() == 1
            && tens.look() == Look.DIGITS
            && JOINED.matcher(text.folded().substring(tens.end(), token.start())).matches();
    return joined
        ? new NumberToken(
            tens.digits() + token.digits(), tens.start(), token.end(), Look.DIGITS, false)
        : token;
  }

  private Optional<NumberToken> firstOfRange(int at, NumberToken last) {
    if (at == 0 || numbers.get(at - 1).length() != 2 || numbers.get(at).start() != last.start()) {
      return Optional.empty();
    }
    NumberToken first = numbers.get(at - 1);
    String between = text.folded().substring(first.end(), last.start());
    return RANGE.matcher(between).matches() ? Optional.of(first) : Optional.empty();
  }

  private void add(AdText ad, int value, int start, int end) {
    if (value >= YOUNGEST && value <= OLDEST) {
      Span span = ad.span(start, end);
      ages.add(new Age(value, span.field(), span.start(), span.end()));
    }
  }

  /** The age in a field that the site sets apart: one number of two digits at most, no limit. */
  public static Optional<Integer> field(String value) {
    Matcher found = FIELD.matcher(value.strip());
    if (!found.matches()) {
      return Optional.empty();
    }
    return Optional.of(Integer.parseInt(found.group(1)))
        .filter(age -> age >= YOUNGEST && age <= OLDEST);
  }
}
