package org.maraude.analyzer.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts words into clauses and sentences by the punctuation between them. */
final class ClauseCutter {

  private static final String SENTENCE_ENDS = ".!?\u2026;\n\r\u2028\u2029\u2022|";
  private static final String CLAUSE_ENDS = ",:()[]/\u2013\u2014\u00B7";
  private static final Set<String> CLIENT_WORDS = clientWords();

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private final List<Clause> clauses = new ArrayList<>();
  private int position = -1;
  private int lastEnd;
  private boolean addressesClient;

  ClauseCutter(String text) {
    this.text = text;
  }

  void add(Word word) {
    boolean sentenceEnds = !tokens.isEmpty() && stands(SENTENCE_ENDS, lastEnd, word.start());
    if (!tokens.isEmpty() && (sentenceEnds || stands(CLAUSE_ENDS, lastEnd, word.start()))) {
      endClause();
    }
    position += sentenceEnds ? AnalyzedText.SENTENCE_GAP : 1;
    addressesClient |= CLIENT_WORDS.contains(word.term());
    tokens.add(new Token(word.term(), position, clauses.size(), word.start(), word.end()));
    lastEnd = word.end();
  }

  List<Token> tokens() {
    return tokens;
  }

  /** Of the words so far; nothing may be added afterwards. */
  List<Clause> clauses() {
    if (!tokens.isEmpty()) {
      endClause();
    }
    return clauses;
  }

  private void endClause() {
    clauses.add(new Clause(addressesClient));
    addressesClient = false;
  }

  private boolean stands(String signs, int from, int to) {
    for (int at = from; at < to; at++) {
      if (signs.indexOf(text.charAt(at)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> clientWords() {
    try (var lines = ClauseCutter.class.getResourceAsStream("client-words.txt")) {
      if (lines == null) {
        throw new IllegalStateException("client-words.txt is missing from the program");
      }
      return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .flatMap(line -> AnalyzedText.terms(line).stream())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
