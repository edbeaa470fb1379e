package org.maraude.analyzer.rules;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which clauses an ad's words call for. Every clause hangs on one word that it cannot do without,
 * the one that fewest clauses ask for, so that an ad of common words calls for few. Immutable.
 */
final class Anchors {

  private final CompiledRule.Clause[] @Nullable [] byWord;

  Anchors(List<CompiledRule> rules, int words) {
    int[] asked = new int[words];
    for (var rule : rules) {
      for (var clause : rule.clauses()) {
        for (int[] phrase : clause.phrases()) {
          for (int word : phrase) {
            asked[word]++;
          }
        }
      }
    }
    var lists = new ArrayList<List<CompiledRule.Clause>>();
    for (int word = 0; word < words; word++) {
      lists.add(new ArrayList<>(0));
    }
    rules.forEach(
        rule -> rule.clauses().forEach(clause -> lists.get(rarest(clause, asked)).add(clause)));
    byWord = new CompiledRule.Clause[words][];
    for (int word = 0; word < words; word++) {
      var clauses = lists.get(word);
      byWord[word] = clauses.isEmpty() ? null : clauses.toArray(CompiledRule.Clause[]::new);
    }
  }

  private static int rarest(CompiledRule.Clause clause, int[] asked) {
    int rarest = clause.phrases()[0][0];
    for (int[] phrase : clause.phrases()) {
      for (int word : phrase) {
        rarest = asked[word] < asked[rarest] ? word : rarest;
      }
    }
    return rarest;
  }

  /** Null when no clause hangs on the word. */
  CompiledRule.Clause @Nullable [] of(int word) {
    return byWord[word];
  }
}
