package org.maraude.analyzer.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Which clauses an ad's words call for. Every clause hangs on what it cannot do without: two words
 * of a phrase that follow each other, or one word, whichever the fewest clauses ask for. So an ad
 * calls for few clauses even where rules and ads share a small vocabulary. Immutable.
 */
final class Anchors {

  private final CompiledRule.Clause[] @Nullable [] byWord;
  private final PairTable byPair;

  Anchors(List<CompiledRule> rules, int words) {
    int[] asked = asked(rules, words);
    var lists = new ArrayList<List<CompiledRule.Clause>>();
    for (int word = 0; word < words; word++) {
      lists.add(new ArrayList<>(0));
    }
    Map<Long, List<CompiledRule.Clause>> pairs = new HashMap<>();
    for (var rule : rules) {
      for (var clause : rule.clauses()) {
        int word = rarest(clause, asked);
        long pair = rarestPair(clause, asked);
        // Two words stand together more seldom than either stands at all.
        if (pair >= 0 && least(pair, asked) <= 2 * asked[word]) {
          pairs.computeIfAbsent(pair, key -> new ArrayList<>(1)).add(clause);
        } else {
          lists.get(word).add(clause);
        }
      }
    }
    byWord = new CompiledRule.Clause[words][];
    for (int word = 0; word < words; word++) {
      var clauses = lists.get(word);
      byWord[word] = clauses.isEmpty() ? null : clauses.toArray(CompiledRule.Clause[]::new);
    }
    byPair = new PairTable(pairs);
  }

  private static int[] asked(List<CompiledRule> rules, int words) {
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
    return asked;
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

  /** -1 when no phrase has two words. */
  private static long rarestPair(CompiledRule.Clause clause, int[] asked) {
    long rarest = -1;
    for (int[] phrase : clause.phrases()) {
      for (int at = 1; at < phrase.length; at++) {
        long pair = PairTable.pair(phrase[at - 1], phrase[at]);
        rarest = rarest < 0 || product(pair, asked) < product(rarest, asked) ? pair : rarest;
      }
    }
    return rarest;
  }

  private static long product(long pair, int[] asked) {
    return (long) asked[(int) (pair >>> 32)] * asked[(int) pair];
  }

  private static int least(long pair, int[] asked) {
    return Math.min(asked[(int) (pair >>> 32)], asked[(int) pair]);
  }

  /** Gives each clause that the words call for, once. */
  void candidates(AdPostings ad, Consumer<CompiledRule.Clause> taker) {
    int last = -1;
    for (int posting = 0; posting < ad.size(); posting++) {
      int word = ad.word(posting);
      if (word != last) {
        give(byWord[word], taker);
      }
      last = word;
    }
    give(pairs(ad), taker);
  }

  /** The pairs of the ad that clauses hang on, in order and not yet each once. */
  private long[] pairs(AdPostings ad) {
    var pairs = LongStream.builder();
    ad.eachPair((first, second) -> {
      if (byPair.mayBegin(first) && byPair.of(first, second) != null) {
        pairs.add(PairTable.pair(first, second));
      }
    });
    long[] found = pairs.build().toArray();
    Arrays.sort(found);
    return found;
  }

  private void give(long[] pairs, Consumer<CompiledRule.Clause> taker) {
    for (int at = 0; at < pairs.length; at++) {
      if (at == 0 || pairs[at] != pairs[at - 1]) {
        give(byPair.of((int) (pairs[at] >>> 32), (int) pairs[at]), taker);
      }
    }
  }

  private static void give(
      CompiledRule.Clause @Nullable [] clauses, Consumer<CompiledRule.Clause> taker) {
    if (clauses != null) {
      for (var clause : clauses) {
        taker.accept(clause);
      }
    }
  }
}
