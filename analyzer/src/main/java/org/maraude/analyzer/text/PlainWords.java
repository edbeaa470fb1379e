package org.maraude.analyzer.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;

/**
 * Reads what {@link WordChain} reads, several times faster, by cutting words of ordinary Latin
 * letters itself. A piece of the text between blanks that holds anything else goes through the
 * chain. One object reads one text.
 *
 * @see <a href="https://www.unicode.org/reports/tr29/#Word_Boundaries">UAX 29, word boundaries</a>
 */
final class PlainWords {

  /** Below the length at which the tokenizer cuts words. */
  private static final int LONGEST_PIECE = 200;

  private static final byte STRANGE = 0;
  private static final byte BETWEEN = 1;
  private static final byte LETTER = 2;
  private static final byte DIGIT = 3;
  private static final byte LOW_LINE = 4;
  private static final byte JOINS_LETTERS = 5;
  private static final byte JOINS_DIGITS = 6;
  private static final byte JOINS_BOTH = 7;

  private static final int TABLE = 0x2100;
  private static final byte[] KINDS = new byte[TABLE];
  private static final String[] FOLDED = new String[TABLE];

  static {
    learn(' ', '~');
    learn('\u00A0', '\u017F');
    learn('\u0218', '\u021B');
    "\u2013\u2014\u2018\u2019\u201C\u201D\u201E\u2022\u2026\u2039\u203A\u20AC"
        .chars()
        .forEach(unit -> learn((char) unit, (char) unit));
    // Pictures of their own, and one that nobody sees.
    "\u00A9\u00AE\u00AD".chars().forEach(unit -> KINDS[unit] = STRANGE);
  }

  private static void learn(char first, char last) {
    for (char unit = first; unit <= last; unit++) {
      KINDS[unit] = kind(unit);
      FOLDED[unit] = ICUFoldingFilter.NORMALIZER.normalize(Character.toString(unit));
    }
  }

  private static byte kind(char unit) {
    return switch (UCharacter.getIntPropertyValue(unit, UProperty.WORD_BREAK)) {
      // Newer tables than the tokenizer's also make letters of some marks.
      case UCharacter.WordBreak.ALETTER -> Character.isLetter(unit) ? LETTER : STRANGE;
      case UCharacter.WordBreak.NUMERIC -> DIGIT;
      case UCharacter.WordBreak.EXTENDNUMLET -> LOW_LINE;
      case UCharacter.WordBreak.MIDLETTER -> JOINS_LETTERS;
      case UCharacter.WordBreak.MIDNUM -> JOINS_DIGITS;
      case UCharacter.WordBreak.MIDNUMLET, UCharacter.WordBreak.SINGLE_QUOTE -> JOINS_BOTH;
      default -> BETWEEN;
    };
  }

  private final String text;
  private final List<Word> words = new ArrayList<>();
  private final StringBuilder term = new StringBuilder();
  private final StrangePieces strange;

  private PlainWords(String text) {
    this.text = text;
    this.strange = new StrangePieces(text);
  }

  static List<Word> of(String text) {
    return new PlainWords(text).read();
  }

  private List<Word> read() {
    for (int at = 0; at < text.length(); at++) {
      int end = pieceEnd(at);
      if (end > at && !isPlain(at, end)) {
        strange.add(at, end);
      }
      at = end;
    }
    strange.read();
    for (int at = 0; at < text.length(); at++) {
      int end = pieceEnd(at);
      if (end > at && !strange.takeAt(at, words)) {
        cut(at, end);
      }
      at = end;
    }
    return words;
  }

  private int pieceEnd(int from) {
    int at = from;
    while (at < text.length() && !isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isBlank(char unit) {
    return unit == ' ' || unit == '\n' || unit == '\t' || unit == '\r';
  }

  private boolean isPlain(int from, int to) {
    for (int at = from; at < to; at++) {
      if (kind(at) == STRANGE) {
        return false;
      }
    }
    return to - from <= LONGEST_PIECE;
  }

  private byte kind(int at) {
    char unit = text.charAt(at);
    return unit < TABLE ? KINDS[unit] : STRANGE;
  }

  private void cut(int from, int to) {
    for (int at = from; at < to; ) {
      int end = wordEnd(at, to);
      if (end > at) {
        add(at, end);
      }
      at = Math.max(end, at + 1);
    }
  }

  /** Where the word that begins here ends; not behind it when none does. */
  private int wordEnd(int from, int to) {
    int at = from;
    byte last = LOW_LINE;
    boolean any = false;
    while (at < to) {
      byte kind = kind(at);
      if (kind == LETTER || kind == DIGIT || kind == LOW_LINE) {
        any |= kind != LOW_LINE;
        last = kind;
        at++;
      } else if (at + 1 < to && joins(kind, last) && kind(at + 1) == last) {
        at += 2;
      } else {
        break;
      }
    }
    return any ? at : from;
  }

  private static boolean joins(byte kind, byte last) {
    return switch (last) {
      case LETTER -> kind == JOINS_LETTERS || kind == JOINS_BOTH;
      case DIGIT -> kind == JOINS_DIGITS || kind == JOINS_BOTH;
      default -> false;
    };
  }

  private void add(int from, int to) {
    term.setLength(0);
    for (int at = withoutArticle(from, to); at < to; at++) {
      char unit = text.charAt(at);
      if (unit >= 'a' && unit <= 'z') {
        term.append(unit);
      } else {
        term.append(FOLDED[unit]);
      }
    }
    if (!term.isEmpty()) {
      words.add(new Word(term.toString(), from, to, Disguise.NONE));
    }
  }

  private int withoutArticle(int from, int to) {
    for (int at = from; at < to; at++) {
      char unit = text.charAt(at);
      if (unit == '\'' || unit == '\u2019') {
        return WordChain.ARTICLES.contains(text.substring(from, at)) ? at + 1 : from;
      }
    }
    return from;
  }
}
