package org.maraude.analyzer.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads every number of a text, however its digits are drawn: any decimal digits of Unicode,
 * keycaps, circled digits, letters that look like digits, words. Offsets are those of the text.
 * Immutable.
 */
final class NumberReader {

  private static final String ZEROS = "OoОоΟοØ";
  private static final String ONES = "lIiІ";
  private static final int KEYCAP_TEN = 0x1F51F;

  private final NumberWords words = new NumberWords();

  /** All numbers in the order of the text; none overlap. */
  List<NumberToken> read(String text) {
    List<NumberToken> tokens = new ArrayList<>();
    List<NumberWords.Word> pending = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = chunkEnd(text, at);
      if (end == at) {
        at += Character.charCount(text.codePointAt(at));
        continue;
      }
      readChunk(text, at, end, tokens, pending);
      at = end;
    }
    flush(pending, tokens);
    return tokens;
  }

  private static int chunkEnd(String text, int from) {
    int at = from;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      boolean joins =
          Character.isLetter(point) || digitsOf(point) != null || (at > from && isInvisible(point));
      if (!joins) {
        break;
      }
      at += Character.charCount(point);
    }
    return at;
  }

  private void readChunk(
      String text, int start, int end, List<NumberToken> tokens, List<NumberWords.Word> pending) {
    int kinds = kindsOf(text, start, end);
    if ((kinds & LETTER) == 0 && (kinds & DIGIT) != 0) {
      flush(pending, tokens);
      addDigits(text, start, end, tokens, false);
    } else if ((kinds & (LETTER | DIGIT)) == 0 && end - start <= 2) {
      flush(pending, tokens);
      addDigits(text, start, end, tokens, true);
    } else if ((kinds & DIGIT) == 0) {
      addWord(text, start, end, tokens, pending);
    } else {
      flush(pending, tokens);
      addDigitRuns(text, start, end, tokens);
    }
  }

  private static final int DIGIT = 1;
  private static final int LETTER = 2;
  private static final int LOOKALIKE = 4;

  private static int kindsOf(String text, int start, int end) {
    int kinds = 0;
    for (int at = start; at < end; ) {
      int point = text.codePointAt(at);
      at += Character.charCount(point);
      if (digitsOf(point) != null) {
        kinds |= DIGIT;
      } else if (lookalike(point) != 0) {
        kinds |= LOOKALIKE;
      } else if (!isInvisible(point)) {
        kinds |= LETTER;
      }
    }
    return kinds;
  }

  private static void addDigits(
      String text, int start, int end, List<NumberToken> tokens, boolean soft) {
    StringBuilder digits = new StringBuilder();
    for (int at = start; at < end; ) {
      int point = text.codePointAt(at);
      at += Character.charCount(point);
      String read = digitsOf(point);
      if (read != null) {
        digits.append(read);
      } else if (lookalike(point) != 0) {
        digits.append(lookalike(point));
      }
    }
    tokens.add(new NumberToken(digits.toString(), start, end, soft, false));
  }

  /** Letters and digits in one chunk, such as {@code tel06} or {@code 80e}: the digits only. */
  private static void addDigitRuns(String text, int start, int end, List<NumberToken> tokens) {
    int runStart = -1;
    for (int at = start; at <= end; ) {
      int point = at < end ? text.codePointAt(at) : ' ';
      boolean digit =
          at < end && (digitsOf(point) != null || (runStart >= 0 && isInvisible(point)));
      if (digit && runStart < 0) {
        runStart = at;
      } else if (!digit && runStart >= 0) {
        addDigits(text, runStart, at, tokens, false);
        runStart = -1;
      }
      at += at < end ? Character.charCount(point) : 1;
    }
  }

  private void addWord(
      String text, int start, int end, List<NumberToken> tokens, List<NumberWords.Word> pending) {
    NumberWords.Word word =
        new NumberWords.Word(Folding.fold(text.substring(start, end)), start, end);
    boolean neighbour = !pending.isEmpty() && joins(text.substring(pending.getLast().end(), start));
    if (!neighbour) {
      flush(pending, tokens);
    }
    if (words.isNumber(word.folded())) {
      pending.add(word);
      return;
    }
    List<NumberWords.Word> segments =
        word.folded().length() >= 6 ? words.segments(word) : List.of();
    if (segments.isEmpty()) {
      flush(pending, tokens);
    } else {
      pending.addAll(segments);
    }
  }

  private static boolean joins(String gap) {
    return gap.length() <= 2 && gap.chars().allMatch(c -> c == ' ' || c == '-' || c == '\u00A0');
  }

  private void flush(List<NumberWords.Word> pending, List<NumberToken> tokens) {
    int at = 0;
    while (at < pending.size()) {
      Optional<NumberWords.Parsed> parsed = words.parse(pending, at);
      if (parsed.isEmpty()) {
        at++;
        continue;
      }
      int last = at + parsed.get().words() - 1;
      tokens.add(
          new NumberToken(
              parsed.get().digits(),
              pending.get(at).start(),
              pending.get(last).end(),
              parsed.get().soft(),
              true));
      at = last + 1;
    }
    pending.clear();
  }

  private static char lookalike(int point) {
    if (ZEROS.indexOf(point) >= 0) {
      return '0';
    }
    return ONES.indexOf(point) >= 0 ? '1' : 0;
  }

  /** The digits that one character shows, or null: also circled ones, not superscripts. */
  private static @org.jspecify.annotations.Nullable String digitsOf(int point) {
    int digit = Character.digit(point, 10);
    if (digit >= 0) {
      return Character.isLetter(point) ? null : DIGITS[digit];
    }
    if (point == KEYCAP_TEN) {
      return "10";
    }
    boolean enclosed =
        (point >= 0x2460 && point <= 0x249B)
            || (point >= 0x24EA && point <= 0x24FF)
            || (point >= 0x2776 && point <= 0x2793);
    return enclosed ? Integer.toString(Character.getNumericValue(point)) : null;
  }

  private static final String[] DIGITS = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};

  private static boolean isInvisible(int point) {
    int type = Character.getType(point);
    return type == Character.FORMAT
        || type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }
}
