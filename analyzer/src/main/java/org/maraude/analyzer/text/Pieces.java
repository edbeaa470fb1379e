package org.maraude.analyzer.text;

import java.util.ArrayList;
import java.util.List;

/** Finds which neighbouring words are pieces of one. Pure. */
final class Pieces {

  private static final String SEPARATORS = "-*_.~\u00B7\u2010\u2011";
  private static final String HYPHENS = "-\u2010\u2011";
  private static final String SIGNS = "@$\u20AC!|";
  private static final String SIGN_LETTERS = "aseii";
  private static final int WIDEST_GAP = 3;
  private static final int FEWEST_LETTERS = 3;

  private final String text;
  private final List<Token> words;

  Pieces(String text, List<Token> words) {
    this.text = text;
    this.words = words;
  }

  /**
   * What stands for the words {@code from} to before {@code to}.
   *
   * @param words one, or several when a word was two sentences without a space between
   */
  record Group(int from, int to, List<Word> words, boolean changed) {}

  /** Whether any two words stand close enough to be pieces; a first, quick look. */
  boolean any() {
    for (int at = 0; at < words.size(); at++) {
      var word = words.get(at);
      if (word.term().indexOf('.') > 0
          || sign(word.start() - 1) >= 0
          || (at > 0 && isGap(at, SEPARATORS + SIGNS))
          || (at > 1 && isSingle(at) && isSingle(at - 1) && isSingle(at - 2))) {
        return true;
      }
    }
    return false;
  }

  /**
   * All words, some of them joined.
   *
   * @param hyphens whether words of two letters and more with hyphens between are joined too
   */
  List<Group> joined(boolean hyphens) {
    var groups = new ArrayList<Group>();
    boolean onlyWithHyphens = false;
    for (int at = 0; at < words.size(); ) {
      int spelt = speltUntil(at);
      int linked = spelt - at >= FEWEST_LETTERS ? at + 1 : linkedUntil(at);
      if (spelt - at >= FEWEST_LETTERS) {
        groups.add(join(at, spelt, Disguise.SPELT));
        at = spelt;
      } else if (hasSignBefore(at)
          || (linked - at > 1 && hasLetters(at, linked) && (hyphens || isStrange(at, linked)))) {
        onlyWithHyphens |= !isStrange(at, linked);
        groups.add(join(at, linked, Disguise.SEPARATED));
        at = linked;
      } else {
        // All of them at once: to ask again behind each would cost the square of their number.
        for (; at < linked; at++) {
          groups.add(parted(at));
        }
      }
    }
    return hyphens && !onlyWithHyphens ? List.of() : groups;
  }

  private int speltUntil(int from) {
    int at = from + 1;
    while (at < words.size()
        && isSingle(at - 1)
        && isSingle(at)
        && gap(at).length() <= WIDEST_GAP
        && !gap(at).isEmpty()
        && gap(at).equals(gap(from + 1))) {
      at++;
    }
    return at;
  }

  private int linkedUntil(int from) {
    int at = from + 1;
    while (at < words.size() && isGap(at, SEPARATORS + SIGNS)) {
      at++;
    }
    return at;
  }

  /** Not merely hyphens between words of two letters and more. */
  private boolean isStrange(int from, int to) {
    boolean strange = hasSignBefore(from);
    for (int at = from; at < to; at++) {
      strange |= isSingle(at) || (at > from && !isGap(at, HYPHENS));
    }
    return strange;
  }

  private boolean hasLetters(int from, int to) {
    for (int at = from; at < to; at++) {
      var term = words.get(at).term();
      for (int unit = 0; unit < term.length(); unit++) {
        if (Character.isLetter(term.charAt(unit))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean hasSignBefore(int at) {
    int start = words.get(at).start();
    return sign(start - 1) >= 0
        && text.charAt(start - 1) != '!'
        && (start == 1 || Character.isWhitespace(text.charAt(start - 2)))
        && Character.isLetter(text.codePointAt(start));
  }

  private int sign(int at) {
    return at < 0 ? -1 : SIGNS.indexOf(text.charAt(at));
  }

  private boolean isSingle(int at) {
    var term = words.get(at).term();
    return term.codePointCount(0, term.length()) == 1
        && Character.isLetterOrDigit(term.codePointAt(0));
  }

  private String gap(int at) {
    return text.substring(words.get(at - 1).end(), words.get(at).start());
  }

  private boolean isGap(int at, String signs) {
    int from = words.get(at - 1).end();
    int to = words.get(at).start();
    if (to == from || to - from > WIDEST_GAP) {
      return false;
    }
    for (int each = from; each < to; each++) {
      if (signs.indexOf(text.charAt(each)) < 0) {
        return false;
      }
    }
    return true;
  }

  private Group join(int from, int to, Disguise disguise) {
    boolean signed = hasSignBefore(from);
    int start = words.get(from).start() - (signed ? 1 : 0);
    var term = new StringBuilder();
    boolean leet = signed;
    if (signed) {
      term.append(SIGN_LETTERS.charAt(sign(start)));
    }
    for (int at = from; at < to; at++) {
      var gap = at == from ? "" : gap(at);
      for (int unit = 0; unit < gap.length(); unit++) {
        int sign = SIGNS.indexOf(gap.charAt(unit));
        if (sign >= 0) {
          leet = true;
          term.append(SIGN_LETTERS.charAt(sign));
        }
      }
      term.append(words.get(at).term());
    }
    int end = words.get(to - 1).end();
    var word = new Word(term.toString(), start, end, leet ? Disguise.LEET : disguise);
    return new Group(from, to, List.of(word), true);
  }

  /** A full stop without a space behind it ends a sentence all the same. */
  private Group parted(int at) {
    var token = words.get(at);
    var whole = new Word(token.term(), token.start(), token.end(), Disguise.NONE);
    if (token.term().indexOf('.') < 0) {
      return new Group(at, at + 1, List.of(whole), false);
    }
    var terms = token.term().split("\\.", -1);
    var written = text.substring(token.start(), token.end()).split("\\.", -1);
    if (terms.length != written.length) {
      return new Group(at, at + 1, List.of(whole), false);
    }
    var parts = new ArrayList<Word>();
    int start = token.start();
    for (int part = 0; part < terms.length; part++) {
      if (terms[part].length() < 2 || written[part].isEmpty()) {
        return new Group(at, at + 1, List.of(whole), false);
      }
      parts.add(new Word(terms[part], start, start + written[part].length(), Disguise.NONE));
      start += written[part].length() + 1;
    }
    return new Group(at, at + 1, parts, true);
  }
}
