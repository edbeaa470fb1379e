package org.maraude.analyzer.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.maraude.analyzer.text.AnalyzedText;
import org.maraude.analyzer.text.Disguise;
import org.maraude.analyzer.text.Skeleton;
import org.maraude.analyzer.text.Token;

/**
 * The words that a set of rules asks for, numbered from 0. Turns a text's look-alike readings into
 * the words they may stand for, skeleton against skeleton. Immutable.
 */
final class Vocabulary {

  private final Map<String, Integer> ids = new HashMap<>();
  private final Map<String, List<String>> bySkeleton = new HashMap<>();

  Vocabulary(List<Rule> rules) {
    for (var rule : rules) {
      if (rule.match() instanceof Match.OnWords match) {
        match.clauses().forEach(clause -> clause.phrases().forEach(this::add));
        match.none().forEach(guard -> add(guard.terms()));
      }
    }
  }

  private void add(List<String> terms) {
    for (var term : terms) {
      if (ids.putIfAbsent(term, ids.size()) == null) {
        bySkeleton.computeIfAbsent(Skeleton.of(term), shape -> new ArrayList<>()).add(term);
      }
    }
  }

  int size() {
    return ids.size();
  }

  /** -1 for a word that no rule asks for. */
  int id(String term) {
    var id = ids.get(term);
    return id == null ? -1 : id;
  }

  /** All of them must be known. */
  int[] ids(List<String> terms) {
    return terms.stream().mapToInt(this::id).toArray();
  }

  /** What rules are matched on, by position; no word stands twice at one. */
  List<Token> readingsOf(AnalyzedText text) {
    if (!text.isDisguised()) {
      return text.readings();
    }
    var readings = new ArrayList<Token>();
    var here = new LinkedHashSet<String>();
    int position = -1;
    for (var token : text.readings()) {
      if (token.position() != position) {
        here.clear();
        position = token.position();
      }
      if (token.disguise() == Disguise.LOOKALIKE) {
        for (var term : bySkeleton.getOrDefault(token.term(), List.of())) {
          addOnce(renamed(token, term), here, readings);
        }
      } else {
        addOnce(token, here, readings);
      }
    }
    return readings;
  }

  private static void addOnce(Token token, Set<String> here, List<Token> readings) {
    if (here.add(token.term())) {
      readings.add(token);
    }
  }

  private static Token renamed(Token token, String term) {
    return new Token(
        term, token.position(), token.clause(), token.start(), token.end(), token.disguise());
  }
}
