package org.maraude.analyzer.extract.digits;

import java.util.Arrays;
import org.maraude.analyzer.extract.reading.FoldedText;

/**
 * A stretch of letters and digits without anything between, symbol by symbol, with where each
 * stands. What only dresses a character is left out, but lies within the stretch. One object is
 * filled again and again; not thread safe.
 */
final class Chunk {

  private static final int LONGEST_GUESS = 12;

  private final String raw;
  private final String folded;
  private final boolean guessing;
  private char[] symbols = new char[64];
  private char[] near = new char[64];
  private int[] at = new int[65];
  private int size;
  private int digitCount;
  private int nearCount;
  private int start;
  private int end;

  Chunk(FoldedText text, boolean guessing) {
    this.raw = text.raw();
    this.folded = text.folded();
    this.guessing = guessing;
  }

  /** Reads the chunk that starts here; false when none does. */
  boolean read(int from) {
    size = 0;
    digitCount = 0;
    nearCount = 0;
    start = from;
    int next = from;
    while (next < raw.length()) {
      char unit = raw.charAt(next);
      if (unit < 0x80) {
        if (!readAscii(unit, next)) {
          break;
        }
        next++;
        continue;
      }
      int point = raw.codePointAt(next);
      int value = DigitSigns.valueOf(point);
      char plain = folded.charAt(next);
      if (value >= 0) {
        if (value > 9) {
          addDigit(value / 10, next);
        }
        addDigit(value % 10, next);
      } else if (isLetter(point, plain)) {
        char lookalike = DigitSigns.lookalike(point, plain);
        add(plain, lookalike, next);
        nearCount += lookalike == 0 ? 0 : 1;
      } else if (size == 0 || !DigitSigns.isInvisible(point)) {
        break;
      }
      next += Character.charCount(point);
    }
    end = next;
    at[size] = next;
    return size > 0;
  }

  /** Nearly all characters: what the general way does for them, without the questions. */
  private boolean readAscii(char unit, int position) {
    char plain = folded.charAt(position);
    if (unit >= '0' && unit <= '9') {
      add(unit, unit, position);
      digitCount++;
    } else if (plain >= 'a' && plain <= 'z') {
      char lookalike = plain == 'o' ? '0' : unit == 'l' || plain == 'i' ? '1' : 0;
      add(plain, lookalike, position);
      nearCount += lookalike == 0 ? 0 : 1;
    } else if (guessing && unit == '|') {
      add(plain, (char) 0, position);
    } else {
      return false;
    }
    return true;
  }

  private boolean isLetter(int point, char plain) {
    return (plain >= 'a' && plain <= 'z')
        || Character.isLetter(point)
        || DigitSigns.lookalike(point, plain) != 0
        || (guessing && point == '|');
  }

  private void add(char symbol, char lookalike, int position) {
    if (size == symbols.length) {
      symbols = Arrays.copyOf(symbols, 2 * size);
      near = Arrays.copyOf(near, 2 * size);
      at = Arrays.copyOf(at, 2 * size + 1);
    }
    symbols[size] = symbol;
    near[size] = lookalike;
    at[size] = position;
    size++;
  }

  private void addDigit(int digit, int position) {
    char symbol = (char) ('0' + digit);
    add(symbol, symbol, position);
    digitCount++;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  int size() {
    return size;
  }

  int letterCount() {
    return size - digitCount;
  }

  boolean isDigitsOnly() {
    return digitCount == size;
  }

  boolean isLettersOnly() {
    return digitCount == 0;
  }

  boolean isSingleLetter() {
    return size == 1 && digitCount == 0;
  }

  /** Whether every symbol is a digit or drawn like one. */
  boolean isLookalikesOnly() {
    return nearCount + digitCount == size;
  }

  boolean isDigit(int index) {
    return symbols[index] >= '0' && symbols[index] <= '9';
  }

  /** Where the run of digits or of letters that holds {@code from} ends. */
  int pieceEnd(int from) {
    int to = from;
    while (to < size && isDigit(to) == isDigit(from)) {
      to++;
    }
    return to;
  }

  /** Folded letters and plain digits; valid up to {@link #size} until the next read. */
  char[] letters() {
    return symbols;
  }

  /** Where each symbol stands, and one more: where the stretch ends. */
  int[] at() {
    return at;
  }

  int startOf(int index) {
    return at[index];
  }

  /** Where the part before {@code index} ends. */
  int endOf(int index) {
    return at[index];
  }

  String digits() {
    return digits(0, size);
  }

  String digits(int from, int to) {
    return new String(symbols, from, to - from);
  }

  /** The digits that the symbols are or look like. */
  String lookalikes() {
    return lookalikes(0, size);
  }

  String lookalikes(int from, int to) {
    return new String(near, from, to - from);
  }

  /** Whether this part is short and drawn like digits throughout. */
  boolean isLookalike(int from, int to) {
    boolean all = to - from <= 2;
    for (int i = from; i < to && all; i++) {
      all = near[i] != 0;
    }
    return all;
  }

  /** The digits that the symbols may stand for at all; empty when one stands for none. */
  String distantLookalikes() {
    if (size > LONGEST_GUESS || digitCount == 0) {
      return "";
    }
    char[] digits = new char[size];
    for (int i = 0; i < size; i++) {
      digits[i] =
          isDigit(i) ? symbols[i] : DigitSigns.distantLookalike(raw.codePointAt(at[i]), symbols[i]);
      if (digits[i] == 0) {
        return "";
      }
    }
    return new String(digits);
  }

  /** The letters with those put back that digits were drawn for, as in {@code z3r0}. */
  char[] unleeted() {
    char[] letters = Arrays.copyOf(symbols, size);
    for (int i = 0; i < size; i++) {
      int digit = letters[i] - '0';
      if (digit >= 0 && digit <= 9) {
        letters[i] = "oizeasgtbq".charAt(digit);
      }
    }
    return letters;
  }
}
