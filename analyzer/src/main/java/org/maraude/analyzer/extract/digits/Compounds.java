package org.maraude.analyzer.extract.digits;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.extract.digits.NumberWord.Gap;
import org.maraude.analyzer.extract.digits.NumberWord.Meaning;

/**
 * The grammar of numbers in words: tens and units, French seventies and nineties, hundreds. Pure.
 */
final class Compounds {

  /** A number and how many words it took. */
  record Parsed(int value, int words, boolean soft) {}

  private static final int NONE = Integer.MIN_VALUE;

  private Compounds() {}

  /**
   * The longest number that starts at word {@code at}; null when none does.
   *
   * @param afterZero whether a spelt zero stands before: what follows it is one digit, as in «zéro
   *     quatre vingt-deux»
   */
  static @Nullable Parsed parse(List<NumberWord> words, int at, boolean afterZero) {
    Parsed best = null;
    for (Meaning first : words.get(at).meanings()) {
      if (first.value() < 0) {
        continue;
      }
      Parsed parsed =
          afterZero && standsAlone(words, at, first)
              ? new Parsed(first.value(), 1, first.soft())
              : number(words, at, first);
      boolean better =
          best == null || parsed.words() > best.words() || (best.soft() && !parsed.soft());
      best = better ? parsed : best;
    }
    return best;
  }

  private static boolean standsAlone(List<NumberWord> words, int at, Meaning first) {
    boolean hyphen = at + 1 < words.size() && words.get(at + 1).gap() == Gap.HYPHEN;
    return first.value() > 0 && first.value() < 10 && !hyphen;
  }

  private static Parsed number(List<NumberWord> words, int at, Meaning first) {
    String language = first.language();
    Parsed head =
        first.value() >= Meaning.HUNDRED
            ? new Parsed(first.value(), 1, first.soft())
            : belowHundred(words, at, first);
    int next = at + head.words();
    int scale = value(words, next, language);
    if (head.value() > 0 && head.value() < 10 && scale == Meaning.HUNDRED) {
      head = new Parsed(100 * head.value(), head.words() + 1, false);
      next++;
    }
    boolean hundreds = head.value() >= 100 && head.value() <= 900 && head.value() % 100 == 0;
    if (!hundreds || next >= words.size()) {
      return head;
    }
    int skip = words.get(next).meanings().getFirst().value() == Meaning.LINK ? 1 : 0;
    Parsed rest = rest(words, next + skip, language);
    return rest == null || (skip == 0 && dictates(words, next, language))
        ? head
        : new Parsed(head.value() + rest.value(), head.words() + skip + rest.words(), false);
  }

  /** «nine hundred two four six»: digits called one by one, not nine hundred and two. */
  private static boolean dictates(List<NumberWord> words, int at, String language) {
    return isDigit(value(words, at, language)) && isDigit(value(words, at + 1, language));
  }

  private static boolean isDigit(int value) {
    return value >= 0 && value < 10;
  }

  private static @Nullable Parsed rest(List<NumberWord> words, int at, String language) {
    int value = value(words, at, language);
    return value <= 0 || value >= Meaning.HUNDRED
        ? null
        : belowHundred(words, at, new Meaning(value, language, false));
  }

  private static Parsed belowHundred(List<NumberWord> words, int at, Meaning first) {
    String language = first.language();
    boolean french = language.equals("fr");
    int value = first.value();
    int used = 1;
    if (french && value == 4 && value(words, at + 1, language) == 20) {
      value = 80;
      used = 2;
    }
    if (french && value == 10) {
      int unit = value(words, at + 1, language);
      return unit >= 7 && unit <= 9
          ? new Parsed(10 + unit, 2, false)
          : new Parsed(10, 1, first.soft());
    }
    if (value < 20 || value % 10 != 0) {
      return new Parsed(value, used, first.soft());
    }
    int next = at + used;
    boolean linked =
        next < words.size() && words.get(next).meanings().getFirst().value() == Meaning.LINK;
    int unitAt = next + (linked ? 1 : 0);
    int unit = bindsForward(words, unitAt) ? NONE : value(words, unitAt, language);
    boolean twenties = french && (value == 60 || value == 80);
    if (twenties && unit == 10) {
      int more = value(words, unitAt + 1, language);
      return more >= 7 && more <= 9
          ? new Parsed(value + 10 + more, unitAt + 2 - at, false)
          : new Parsed(value + 10, unitAt + 1 - at, false);
    }
    if (unit >= 1 && unit <= (twenties ? 16 : 9)) {
      return new Parsed(value + unit, unitAt + 1 - at, false);
    }
    return new Parsed(value, used, used == 1 && first.soft());
  }

  /** «septante quatre-vingt-trois»: the hyphen ties the four to what follows. */
  private static boolean bindsForward(List<NumberWord> words, int at) {
    return at + 1 < words.size()
        && words.get(at).gap() != Gap.HYPHEN
        && words.get(at + 1).gap() == Gap.HYPHEN
        && words.get(at).valueIn("fr") == 4
        && words.get(at + 1).valueIn("fr") == 20;
  }

  private static int value(List<NumberWord> words, int at, String language) {
    return at < words.size() ? words.get(at).valueIn(language) : NONE;
  }
}
