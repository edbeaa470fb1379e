package org.maraude.analyzer.extract.phones;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.extract.digits.NumberToken;
import org.maraude.analyzer.extract.digits.NumberToken.Look;
import org.maraude.analyzer.extract.reading.FoldedText;
import org.maraude.analyzer.extract.reading.Hit;
import org.maraude.analyzer.extract.reading.Stretches;
import org.maraude.contacts.CanonicalContact;

/** The runs of one text's numbers that dial and look like a phone number. */
final class PhoneRuns {

  /** Trunk prefix, country code and trunk zero included. */
  private static final int LONGEST = 18;

  private static final String COUNTING_UP = "01234567890123456789";

  /** Leads to the last of several days, whose month they share. */
  private static final Pattern LAST_OF_DAYS =
      Pattern.compile(
          "\\s(?:et|ou|and|or|y|o)\\s\\d{1,2}\\s(?:de )?" + OtherFigures.MONTH + "(?![a-z])");

  /** A number that dials, and the first token behind it. */
  record Run(Hit hit, int next) {}

  private final FoldedText text;
  private final List<NumberToken> tokens;
  private final Stretches taken;
  private final Dialling dialling;
  private final boolean guessing;

  /**
   * @param guessing whether only runs count that hold a guess: the others were judged before, with
   *     all that stands around them in sight
   */
  PhoneRuns(
      FoldedText text, List<NumberToken> tokens, String region, Stretches taken, boolean guessing) {
    this.text = text;
    this.tokens = tokens;
    this.taken = taken;
    this.dialling = new Dialling(region);
    this.guessing = guessing;
  }

  List<NumberToken> tokens() {
    return tokens;
  }

  /** The longest run that starts with this token. */
  Optional<Run> from(int from) {
    int plusAt = Plus.before(text, tokens.get(from).start());
    boolean plus = plusAt >= 0;
    String first = tokens.get(from).digits();
    boolean american = AmericanForm.mayBegin(first);
    if (!dialling.mayBegin(first, plus) && !american) {
      return Optional.empty();
    }
    StringBuilder digits = new StringBuilder();
    Evidence evidence = new Evidence();
    Run best = null;
    for (int at = from; at < tokens.size(); at++) {
      NumberToken token = tokens.get(at);
      if (at > from && !evidence.gap(gapBefore(at), between(at))) {
        break;
      }
      evidence.token(token);
      digits.append(token.digits());
      if (digits.length() > LONGEST) {
        break;
      }
      Run run = run(from, at, digits.toString(), plusAt, evidence);
      best = run == null ? best : run;
    }
    return Optional.ofNullable(best);
  }

  private @Nullable Run run(int from, int at, String digits, int plusAt, Evidence evidence) {
    Optional<CanonicalContact> phone = dialling.dial(digits, plusAt >= 0);
    if (phone.isEmpty() && plusAt < 0 && AmericanForm.isOne(text.raw(), tokens, from, at)) {
      phone = Dialling.american(digits);
    }
    if (phone.isEmpty()
        || (guessing && !evidence.isGuess())
        || !evidence.suffices()
        || COUNTING_UP.contains(digits)
        || isPartOfList(from, at)) {
      return null;
    }
    int start = plusAt >= 0 ? plusAt : tokens.get(from).start();
    int end = tokens.get(at).end();
    boolean plain = evidence.inDigits() && PlainForm.matches(text.raw(), start, end);
    return new Run(new Hit(phone.get(), start, end, plain), at + 1);
  }

  private Gap gapBefore(int at) {
    int start = tokens.get(at - 1).end();
    int end = tokens.get(at).start();
    return taken.touch(start, end) ? Gap.BREAK : Gap.between(text, start, end);
  }

  private String between(int at) {
    return text.folded().substring(tokens.get(at - 1).end(), tokens.get(at).start());
  }

  /** Whether the figures go on before or behind just as they do within: a list, a longer number. */
  private boolean isPartOfList(int from, int last) {
    if (last == from) {
      return false;
    }
    if (counts(from, last) || sharesMonth(last)) {
      return true;
    }
    String regular = between(from + 1);
    String within = between(last);
    int length = tokens.get(last).length();
    int behind = 0;
    while (behind < 2
        && (goesOn(last + behind + 1, within, length)
            || goesOn(last + behind + 1, regular, length))) {
      behind++;
    }
    boolean singles = length == 1 && isSingles(from, last);
    if (singles ? behind > 0 : behind > 1 && !beginsNumber(last + 1)) {
      return true;
    }
    if (!goesOn(from, regular, 0) || isTaken(from - 1)) {
      return false;
    }
    return joinsTightly(regular)
        || isCutOut(from, last)
        || (from > 1 && goesOn(from - 1, regular, 0));
  }

  /** A number found before this one is no part of it. */
  private boolean isTaken(int at) {
    return taken.touch(tokens.get(at).start(), tokens.get(at).end());
  }

  /** «1Z 999 AA1 01 2345 6784»: grouped like no phone, and figures stand before as well. */
  private boolean isCutOut(int from, int last) {
    return tokens.get(from).length() == 2 && tokens.get(last).length() > 2;
  }

  /** «les 03 05 07 09 11 et 13 juin»: the month of the last day is that of those before. */
  private boolean sharesMonth(int last) {
    int end = tokens.get(last).end();
    Matcher more = LAST_OF_DAYS.matcher(text.folded()).region(end, text.length());
    return tokens.get(last).look() == Look.DIGITS && more.lookingAt();
  }

  /** A separator that makes one figure of what stands around it: «2024/0639/9812». */
  private static boolean joinsTightly(String separator) {
    return separator.length() == 1 && "/-._".contains(separator);
  }

  /** Whether each number is the next one: somebody counts. */
  private boolean counts(int from, int last) {
    for (int at = from + 1; at <= last; at++) {
      if (tokens.get(at).value() != tokens.get(at - 1).value() + 1) {
        return false;
      }
    }
    return last - from >= 4;
  }

  private boolean isSingles(int from, int last) {
    return tokens.subList(from, last + 1).stream().allMatch(token -> token.length() == 1);
  }

  /** Whether this token follows the one before with the same separator and in digits. */
  private boolean goesOn(int at, String separator, int length) {
    return at > 0
        && at < tokens.size()
        && tokens.get(at).look() == Look.DIGITS
        && tokens.get(at - 1).look() == Look.DIGITS
        && (length == 0 || tokens.get(at).length() <= length)
        && between(at).equals(separator);
  }

  private boolean beginsNumber(int at) {
    return tokens.get(at).digits().charAt(0) == '0'
        || Plus.before(text, tokens.get(at).start()) >= 0;
  }
}
