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

  void add(String term, int increment, int start, int end) {
    var between = text.substring(Math.min(lastEnd, start), start);
    boolean sentenceEnds = !tokens.isEmpty() && holdsAny(between, SENTENCE_ENDS);
    if (!tokens.isEmpty() && (sentenceEnds || holdsAny(between, CLAUSE_ENDS))) {
      endClause();
    }
    position += sentenceEnds ? AnalyzedText.SENTENCE_GAP : increment;
    addressesClient |= CLIENT_WORDS.contains(term);
    tokens.add(new Token(term, position, clauses.size(), start, end));
    lastEnd = end;
  }

  AnalyzedText result() {
    if (!tokens.isEmpty()) {
      endClause();
    }
    return new AnalyzedText(text, tokens, clauses);
  }

  private void endClause() {
    clauses.add(new Clause(addressesClient));
    addressesClient = false;
  }

  private static boolean holdsAny(String between, String signs) {
    return between.chars().anyMatch(unit -> signs.indexOf(unit) >= 0);
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
