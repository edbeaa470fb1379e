package org.maraude.analyzer.links.template;

import static java.lang.Character.UnicodeScript.HIRAGANA;
import static java.lang.Character.UnicodeScript.KATAKANA;
import static java.lang.Character.UnicodeScript.KHMER;
import static java.lang.Character.UnicodeScript.LAO;
import static java.lang.Character.UnicodeScript.MYANMAR;
import static java.lang.Character.UnicodeScript.THAI;

import com.ibm.icu.text.Normalizer2;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.maraude.events.assessment.Span;

/**
 * A text as its copies share it: words of every script with their accents, emoji as words of their
 * own, figures and contacts as slots, punctuation and invisible signs gone. Scripts written without
 * spaces give a word a sign. Reads the first {@value #MOST} words.
 */
final class TemplateWords {

  static final int MOST = 20_000;

  private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();
  private static final Set<UnicodeScript> WITHOUT_SPACES =
      Set.of(THAI, LAO, KHMER, MYANMAR, HIRAGANA, KATAKANA);

  private enum Sign {
    LETTER,
    ALONE,
    DIGIT,
    INSIDE,
    BETWEEN
  }

  private final String text;
  private final List<TemplateWord> words = new ArrayList<>();
  private int wordStart = -1;
  private boolean number;

  private TemplateWords(String text) {
    this.text = text;
  }

  /**
   * @param contacts where a contact's display form stands, in any order
   */
  static List<TemplateWord> of(String text, List<Span> contacts) {
    var reading = new TemplateWords(text);
    int at = 0;
    var sorted = contacts.stream().sorted(Comparator.comparingInt(Span::start)).toList();
    for (var contact : sorted) {
      int start = Math.min(contact.start(), text.length());
      int end = Math.min(contact.end(), text.length());
      if (end <= at) {
        continue;
      }
      reading.read(at, Math.max(at, start));
      reading.slot(TemplateWord.CONTACT, Math.max(at, start), end);
      at = end;
    }
    reading.read(at, text.length());
    return List.copyOf(reading.words);
  }

  private void read(int from, int to) {
    for (int at = from; at < to && words.size() < MOST; ) {
      int sign = text.codePointAt(at);
      int next = Math.min(to, at + Character.charCount(sign));
      switch (kind(sign)) {
        case LETTER -> begin(false, at);
        case DIGIT -> begin(true, at);
        case ALONE -> {
          end(at);
          next = withMarks(next, to);
          add(at, next);
        }
        case INSIDE -> {}
        case BETWEEN -> end(at);
      }
      at = next;
    }
    end(to);
  }

  /** A vowel sign belongs to the letter before it. */
  private int withMarks(int from, int to) {
    int at = from;
    while (at < to && isMark(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  private static boolean isMark(int sign) {
    int type = Character.getType(sign);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private void begin(boolean digit, int at) {
    if (wordStart >= 0 && number != digit) {
      end(at);
    }
    if (wordStart < 0) {
      wordStart = at;
      number = digit;
    }
  }

  private void end(int at) {
    if (wordStart < 0) {
      return;
    }
    if (number) {
      slot(TemplateWord.NUMBER, wordStart, at);
    } else {
      add(wordStart, at);
    }
    wordStart = -1;
  }

  private void add(int start, int end) {
    var term = FOLD.normalize(text.substring(start, end));
    if (!term.isEmpty()) {
      words.add(new TemplateWord(term, start, end));
    }
  }

  /** Slots side by side are one: a figure may be written in one piece or in five. */
  private void slot(String kind, int start, int end) {
    if (!words.isEmpty() && words.getLast().term().equals(kind)) {
      words.set(words.size() - 1, new TemplateWord(kind, words.getLast().start(), end));
    } else {
      words.add(new TemplateWord(kind, start, end));
    }
  }

  private static Sign kind(int sign) {
    if (sign < 0x80) {
      return Character.isLetter(sign)
          ? Sign.LETTER
          : Character.isDigit(sign) ? Sign.DIGIT : Sign.BETWEEN;
    }
    return switch (Character.getType(sign)) {
      case Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT,
          Character.MODIFIER_SYMBOL ->
          Sign.INSIDE;
      case Character.DECIMAL_DIGIT_NUMBER, Character.OTHER_NUMBER, Character.LETTER_NUMBER ->
          Sign.DIGIT;
      case Character.OTHER_SYMBOL -> symbol(sign);
      default -> Character.isLetter(sign) ? letter(sign) : Sign.BETWEEN;
    };
  }

  private static Sign letter(int sign) {
    return Character.isIdeographic(sign) || WITHOUT_SPACES.contains(UnicodeScript.of(sign))
        ? Sign.ALONE
        : Sign.LETTER;
  }

  /** A circled letter is a letter; an emoji is a word. */
  private static Sign symbol(int sign) {
    return Character.isLetter(FOLD.normalize(Character.toString(sign)).codePointAt(0))
        ? Sign.LETTER
        : Sign.ALONE;
  }
}
