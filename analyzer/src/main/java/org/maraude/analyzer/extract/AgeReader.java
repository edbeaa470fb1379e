package org.maraude.analyzer.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maraude.events.assessment.Facts.Age;
import org.maraude.events.assessment.Span;

/**
 * Reads the ages that an ad states of its advertiser: a number with a unit («22 ans», «years old»),
 * or behind a phrase that asks for one («j'ai», «âge :»). An age of the client, a limit («18 ans
 * minimum»), a duration («5 ans d'expérience») and somebody's child are none.
 *
 * <p>Below 18 the guards ask for more, because missing one is worse than showing one to a person
 * too many. Thread safe.
 */
final class AgeReader {

  private static final int YOUNGEST = 8;
  private static final int OLDEST = 90;
  private static final int ADULT = 18;
  private static final int BEFORE = 60;
  private static final int AFTER = 30;
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final Pattern UNIT =
      Pattern.compile(
          "^[\\s\u00A0.*-]{0,3}(?:ans?|piges|years?[\\s-]?olds?|yrs?[\\s-]old|y[\\s./-]{0,2}o\\.?|a[ñn]os|"
              + "(?:de\\s)?ani|anni|anos|jahre)(?![\\p{L}\\d])",
          FLAGS);
  private static final Pattern ASKS =
      Pattern.compile(
          "(?:\\bj['’]ai|(?<!\\p{L})âg[ée]+e?\\s(?:de\\s)?|(?<!\\p{L})âge\\s?[:=-]?|\\bage\\s?[:=-]|\\bi['’]?\\s?a?m|\\bi am|\\baged?|"
              + "\\btengo|\\bedad\\s?:?|\\bam)\\s*$",
          FLAGS);
  private static final Pattern NOT_MORE =
      Pattern.compile(
          "^\\s*(?:$|[,;!?)/|\\n]|\\.(?!\\d)|and\\b|et\\b|y\\b|from\\b|de paris\\b)", FLAGS);

  private static final Pattern LIMIT_BEFORE =
      Pattern.compile(
          "(?:\\bplus\\sde|\\bmoins\\sde|[+<>≥-]\\s?(?:de)?|\\bpartir\\sde|\\bdès|\\bminimum|\\bmini|\\bau\\smoins|\\bover|"
              + "\\bunder|\\babove|\\bbelow|\\bthan|\\bmayor(?:es)?\\sde|\\bmenor(?:es)?\\sde|\\bpeste|\\bsub|"
              + "\\bmajeure?s?\\s?\\(?|\\bat\\sleast|\\bsince|\\bmás\\sde|\\bmenos\\sde)\\s*:?\\s*$",
          FLAGS);
  private static final Pattern LIMIT_AFTER =
      Pattern.compile(
          "^\\s*(?:\\+|et\\s(?:\\+|plus|au[\\s-]delà)|ou\\s(?:\\+|plus)|mini(?:mum)?\\b|min\\b|and\\s(?:over|up|above|older)|"
              + "or\\s(?:over|older|above)|y\\smás|o\\smás|requis|obligatoire|exig[ée])",
          FLAGS);
  private static final Pattern DURATION_BEFORE =
      Pattern.compile(
          "(?:\\bdepuis|\\bil\\sy\\sa|\\bpendant|\\bdurant|\\btous\\sles|\\bfor|\\bhace|\\bdesde\\shace|\\ben|\\bd['’]ici|"
              + "\\bde(?:puis)?\\splus\\sde|\\bexp[ée]rience\\s(?:de|:))\\s*$",
          FLAGS);
  private static final Pattern DURATION_AFTER =
      Pattern.compile(
          "^\\s*(?:de\\s(?!paris|plus)\\p{L}|d['’]\\p{L}|of\\s|passés|ago\\b|que\\b|qu['’])",
          FLAGS);
  private static final Pattern RELATIVE =
      Pattern.compile(
          "\\b(?:ma\\sfille|mon\\sfils|mes\\s(?:enfants?|filles|fils)|mon\\s(?:chien|chat|enfant|b[ée]b[ée])|"
              + "my\\s(?:daughter|son|kids?|child(?:ren)?|dog|cat)|mi\\s(?:hija|hijo|perro))\\b[^.,;!?\\n]*$",
          FLAGS);
  private static final String CLIENTS =
      "hommes?|clients?|messieurs|monsieur|mecs?|gentlem[ae]n|men|man|hombres?|caballeros?|clientes?|guys?|"
          + "b[ăa]rba[țt]i|vous\\savez|tu\\sas|toi";
  private static final Pattern CLIENT =
      Pattern.compile("(?<!\\p{L})(?:" + CLIENTS + ")(?!\\p{L})[^.,;!?\\n]{0,30}$", FLAGS);
  private static final Pattern CLIENT_CLOSE =
      Pattern.compile(
          "(?<!\\p{L})(?:hommes|clients|messieurs|men|gentlemen|hombres|caballeros|clientes|guys)\\s(?:de|of|aged)\\s*$",
          FLAGS);
  private static final Pattern RANGE =
      Pattern.compile("\\s?(?:à|a|et|-|to|and|y|/|ou|or)\\s?", FLAGS);
  private static final Pattern FIELD =
      Pattern.compile("^\\D{0,12}(\\d{1,2})(?!\\d|\\s?\\+|[.,]\\d)\\D{0,20}$");
  private static final Pattern JOINED = Pattern.compile("[\\s.*·_-]{1,2}");

  private AgeReader() {}

  /** Ages in the joined text, with spans by field. */
  static List<Age> read(AdText ad, List<NumberToken> numbers, Stretches contacts) {
    String text = ad.joined();
    List<Age> ages = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      NumberToken token = whole(text, numbers, i);
      if (token.length() > 2 || contacts.touch(token.start(), token.end())) {
        continue;
      }
      Optional<Integer> end = statedUntil(text, token);
      if (end.isPresent() && !guarded(text, token, end.get())) {
        firstOfRange(text, numbers, i, token).ifPresent(first -> add(ages, ad, first, first.end()));
        add(ages, ad, token, end.get());
      }
    }
    return ages;
  }

  /** Two digits written apart, «1 9 ans», are one number. */
  private static NumberToken whole(String text, List<NumberToken> numbers, int at) {
    NumberToken token = numbers.get(at);
    if (at == 0 || token.length() != 1 || token.spelt() || numbers.get(at - 1).length() != 1) {
      return token;
    }
    NumberToken tens = numbers.get(at - 1);
    boolean joined =
        !tens.spelt()
            && !tens.soft()
            && JOINED.matcher(text.substring(tens.end(), token.start())).matches();
    return joined
        ? new NumberToken(tens.digits() + token.digits(), tens.start(), token.end(), false, false)
        : token;
  }

  private static Optional<NumberToken> firstOfRange(
      String text, List<NumberToken> numbers, int at, NumberToken last) {
    if (at == 0 || numbers.get(at - 1).length() != 2 || numbers.get(at).start() != last.start()) {
      return Optional.empty();
    }
    NumberToken first = numbers.get(at - 1);
    return RANGE.matcher(text.substring(first.end(), last.start())).matches()
        ? Optional.of(first)
        : Optional.empty();
  }

  private static void add(List<Age> ages, AdText ad, NumberToken token, int end) {
    int value = Integer.parseInt(token.digits());
    if (value >= YOUNGEST && value <= OLDEST) {
      Span span = ad.span(token.start(), end);
      ages.add(new Age(value, span.field(), span.start(), span.end()));
    }
  }

  /** Where the statement ends, if the number is stated as an age at all. */
  private static Optional<Integer> statedUntil(String text, NumberToken token) {
    String after = after(text, token.end());
    Matcher unit = UNIT.matcher(after);
    if (unit.find() && !(token.soft() && token.length() == 1)) {
      return Optional.of(token.end() + unit.end());
    }
    return token.length() == 2
            && ASKS.matcher(before(text, token.start())).find()
            && NOT_MORE.matcher(after).find()
        ? Optional.of(token.end())
        : Optional.empty();
  }

  private static boolean guarded(String text, NumberToken token, int end) {
    String before = before(text, token.start());
    String after = after(text, end);
    boolean client =
        Integer.parseInt(token.digits()) < ADULT
            ? CLIENT_CLOSE.matcher(before).find()
            : CLIENT.matcher(before).find();
    return client
        || LIMIT_BEFORE.matcher(before).find()
        || LIMIT_AFTER.matcher(after).find()
        || DURATION_BEFORE.matcher(before).find()
        || DURATION_AFTER.matcher(after).find()
        || RELATIVE.matcher(before).find();
  }

  private static String before(String text, int start) {
    return text.substring(Math.max(0, start - BEFORE), start);
  }

  private static String after(String text, int end) {
    return text.substring(end, Math.min(text.length(), end + AFTER));
  }

  /** The age in a field that the site sets apart: one number of two digits at most, no limit. */
  static Optional<Integer> field(String value) {
    Matcher found = FIELD.matcher(value.strip());
    if (!found.matches()) {
      return Optional.empty();
    }
    return Optional.of(Integer.parseInt(found.group(1)))
        .filter(age -> age >= YOUNGEST && age <= OLDEST);
  }
}
