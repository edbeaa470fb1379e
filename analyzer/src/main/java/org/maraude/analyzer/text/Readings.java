package org.maraude.analyzer.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a text with the readings that undo a disguise. A word's own variants are stacked at
 * its position. Where several pieces make one word, the sentence is read again behind the last
 * position with the pieces joined, so that phrases, distances and guards count them as one word and
 * the plain reading loses nothing. Words with ordinary hyphens are joined in a third reading only:
 * a disguise beside them must not depend on them.
 */
final class Readings {

  private final String text;
  private final List<Token> plain;
  private final boolean latin;
  private final List<Token> all = new ArrayList<>();
  private int position;

  private Readings(String text, List<Token> plain) {
    this.text = text;
    this.plain = plain;
    this.latin = hasLatinLetter(plain);
  }

  static List<Token> of(String text, List<Token> plain) {
    return plain.isEmpty() ? plain : new Readings(text, plain).read();
  }

  private List<Token> read() {
    for (var token : plain) {
      all.add(token);
      addVariants(word(token), token.position(), token.clause());
    }
    position = plain.getLast().position();
    var pieces = new Pieces(text, plain);
    if (pieces.any()) {
      readAgain(pieces.joined(false));
      readAgain(pieces.joined(true));
    }
    return all.size() == plain.size() ? plain : all;
  }

  /** The sentences in which something was joined or parted. */
  private void readAgain(List<Pieces.Group> groups) {
    int first = 0;
    for (int at = 1; at <= groups.size(); at++) {
      if (at == groups.size() || endsSentence(groups.get(at - 1), groups.get(at))) {
        var sentence = groups.subList(first, at);
        if (changed(sentence)) {
          position += AnalyzedText.SENTENCE_GAP;
          sentence.forEach(this::emit);
        }
        first = at;
      }
    }
  }

  private static boolean changed(List<Pieces.Group> sentence) {
    for (var group : sentence) {
      if (group.changed()) {
        return true;
      }
    }
    return false;
  }

  private boolean endsSentence(Pieces.Group one, Pieces.Group next) {
    int from = plain.get(one.to() - 1).position();
    return plain.get(next.from()).position() - from >= AnalyzedText.SENTENCE_GAP;
  }

  private void emit(Pieces.Group group) {
    int clause = plain.get(group.from()).clause();
    for (int part = 0; part < group.words().size(); part++) {
      position += part == 0 ? 1 : AnalyzedText.SENTENCE_GAP;
      emit(group.words().get(part), position, clause);
    }
  }

  private void emit(Word word, int at, int clause) {
    all.add(token(word, at, clause));
    addVariants(word, at, clause);
  }

  private void addVariants(Word word, int at, int clause) {
    for (var variant : Variants.of(word, text, latin)) {
      all.add(token(variant, at, clause));
    }
  }

  private static Token token(Word word, int position, int clause) {
    return new Token(word.term(), position, clause, word.start(), word.end(), word.disguise());
  }

  private static Word word(Token token) {
    return new Word(token.term(), token.start(), token.end(), token.disguise());
  }

  private static boolean hasLatinLetter(List<Token> words) {
    for (var word : words) {
      for (int at = 0; at < word.term().length(); at++) {
        char unit = word.term().charAt(at);
        if (unit >= 'a' && unit <= 'z') {
          return true;
        }
      }
    }
    return false;
  }
}
