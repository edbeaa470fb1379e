package org.maraude.analyzer.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * A rule whose words are numbers.
 *
 * @param near guards that look around a hit
 * @param anywhere guards that look at the whole ad
 */
record CompiledRule(
    Rule rule, Match.OnWords match, List<Clause> clauses, List<Guard> near, List<int[]> anywhere) {

  /**
   * Words to find.
   *
   * @param rule index of its rule
   * @param within for several phrases: how many other words may stand between them
   */
  record Clause(String name, int rule, int[][] phrases, int within) {

    Places find(AdPostings ad) {
      return phrases.length == 1
          ? PhraseSearch.find(phrases[0], ad)
          : NearSearch.find(phrases, within, ad);
    }
  }

  /** Words that take back a hit so many positions before or behind them. */
  record Guard(int[] phrase, int before, int behind) {}

  static CompiledRule of(int index, Rule rule, Match.OnWords match, Vocabulary vocabulary) {
    var clauses = match.clauses().stream().map(each -> clause(index, each, vocabulary)).toList();
    var near = new ArrayList<Guard>();
    var anywhere = new ArrayList<int[]>();
    for (var guard : match.none()) {
      int[] phrase = vocabulary.ids(guard.terms());
      switch (guard.reach()) {
        case Match.Anywhere all -> anywhere.add(phrase);
        case Match.Before before -> near.add(new Guard(phrase, 0, before.words()));
        case Match.Within within -> near.add(new Guard(phrase, within.words(), within.words()));
      }
    }
    return new CompiledRule(rule, match, clauses, List.copyOf(near), List.copyOf(anywhere));
  }

  private static Clause clause(int rule, Match.WordClause clause, Vocabulary vocabulary) {
    var phrases = clause.phrases().stream().map(vocabulary::ids).toArray(int[][]::new);
    int within = clause instanceof Match.Near near ? near.within() : 0;
    return new Clause(clause.name(), rule, phrases, within);
  }

  /** Without those that a guard takes back. */
  Places unguarded(Places found, AdPostings ad) {
    var left = found;
    for (var guard : near) {
      if (left.size() == 0) {
        return left;
      }
      left = left.without(PhraseSearch.find(guard.phrase(), ad), guard.before(), guard.behind());
    }
    return left;
  }

  boolean isForbidden(List<AdPostings> ad) {
    for (var guard : anywhere) {
      for (var field : ad) {
        if (PhraseSearch.find(guard, field).size() > 0) {
          return true;
        }
      }
    }
    return false;
  }
}
