package org.maraude.analyzer.extract.digits;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.extract.digits.Compounds.Parsed;
import org.maraude.analyzer.extract.digits.NumberToken.Look;
import org.maraude.analyzer.extract.digits.NumberWord.Gap;

/** Collects number words that stand beside each other and makes numbers of them. */
final class WordRun {

  private static final int WIDEST_JOIN = 3;
  private static final String BLANKS = " \u00A0\u202F\u2060";
  private static final String JOINERS = "-.*_/'~·•‑–—";

  private final String folded;
  private final List<NumberToken> tokens = new ArrayList<>();
  private final List<NumberWord> pending = new ArrayList<>();

  /** A «double» whose digit has not come yet. */
  private @Nullable NumberWord repeat;

  WordRun(String folded) {
    this.folded = folded;
  }

  List<NumberToken> tokens() {
    return tokens;
  }

  /** How a word that starts here would hang on the last one. */
  Gap gapTo(int start) {
    return pending.isEmpty() ? Gap.OTHER : between(pending.getLast().end(), start);
  }

  private Gap between(int from, int to) {
    if (to - from > WIDEST_JOIN) {
      return Gap.OTHER;
    }
    int joiners = 0;
    int blanks = 0;
    for (int at = from; at < to; at++) {
      char unit = folded.charAt(at);
      joiners += JOINERS.indexOf(unit) >= 0 ? 1 : 0;
      blanks += BLANKS.indexOf(unit) >= 0 ? 1 : 0;
    }
    boolean sentence = joiners > 0 && blanks > 0 && folded.charAt(from) != '-';
    if (joiners > 1 || joiners + blanks < to - from || sentence) {
      return Gap.OTHER;
    }
    return blanks == 0 && (to == from || folded.charAt(from) == '-') ? Gap.HYPHEN : Gap.BLANK;
  }

  void word(NumberWord word) {
    if (word.gap() == Gap.OTHER) {
      flush();
    }
    pending.add(word);
  }

  void number(String digits, int start, int end, Look look, boolean soft) {
    flush();
    NumberWord twice = repeat;
    repeat = null;
    if (twice != null && digits.length() == 1 && between(twice.end(), start) != Gap.OTHER) {
      tokens.add(
          new NumberToken(digits.repeat(twice.repeats()), twice.start(), end, Look.WORDS, false));
    } else {
      tokens.add(new NumberToken(digits, start, end, look, soft));
    }
  }

  void flush() {
    for (int at = 0; at < pending.size(); ) {
      at += numberAt(at);
    }
    pending.clear();
  }

  /** Adds the number that starts at this word, if any; how many words are done. */
  private int numberAt(int at) {
    NumberWord first = pending.get(at);
    repeat = null;
    if (first.repeats() > 0) {
      return repeated(at, first);
    }
    Parsed parsed = Compounds.parse(pending, at, afterZero(at));
    if (parsed == null) {
      return 1;
    }
    int last = at + parsed.words() - 1;
    boolean guess = pending.subList(at, last + 1).stream().anyMatch(NumberWord::guess);
    tokens.add(
        new NumberToken(
            Integer.toString(parsed.value()),
            first.start(),
            pending.get(last).end(),
            guess ? Look.GUESS : Look.WORDS,
            parsed.soft()));
    return parsed.words();
  }

  private int repeated(int at, NumberWord first) {
    if (at + 1 == pending.size()) {
      repeat = first;
      return 1;
    }
    NumberWord digit = pending.get(at + 1);
    int value = digit.meanings().getFirst().value();
    if (value < 0 || value > 9) {
      return 1;
    }
    tokens.add(
        new NumberToken(
            Integer.toString(value).repeat(first.repeats()),
            first.start(),
            digit.end(),
            digit.guess() ? Look.GUESS : Look.WORDS,
            false));
    return 2;
  }

  /** Whether one zero, not a pair of them, stands right before. */
  private boolean afterZero(int at) {
    int start = pending.get(at).start();
    return isZero(tokens.size() - 1, start) && !isZero(tokens.size() - 2, tokens.getLast().start());
  }

  private boolean isZero(int index, int next) {
    if (index < 0 || !tokens.get(index).digits().equals("0")) {
      return false;
    }
    int end = tokens.get(index).end();
    return next >= end && between(end, next) != Gap.OTHER;
  }
}
