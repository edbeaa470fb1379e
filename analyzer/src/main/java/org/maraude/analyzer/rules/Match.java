package org.maraude.analyzer.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.facts.FactCondition;

/** When a rule fires: on words, or on a fact. */
public sealed interface Match {

  /** Fires while the condition holds. */
  record OnFact(FactCondition fact) implements Match {}

  /**
   * Fires when every clause of {@code all} and one of {@code any} stands in title or body and no
   * guard forbids it.
   *
   * @param subject whom the words must not address; null when it does not matter
   */
  record OnWords(
      List<WordClause> any, List<WordClause> all, List<Guard> none, @Nullable Subject subject)
      implements Match {
    public OnWords {
      any = List.copyOf(any);
      all = List.copyOf(all);
      none = List.copyOf(none);
    }

    /** Every clause that can be hit. */
    public List<WordClause> clauses() {
      return java.util.stream.Stream.concat(all.stream(), any.stream()).toList();
    }
  }

  /** Of whom the words must speak. */
  enum Subject {
    /** A clause that speaks to or of the client does not count. */
    ADVERTISER
  }

  /** Words to find; {@code name} is what a match calls it. Terms are folded. */
  sealed interface WordClause {
    String name();

    /** Every phrase that must stand. */
    List<List<String>> phrases();
  }

  /** These words, one after the other, within a sentence. */
  record Phrase(String name, List<String> terms) implements WordClause {
    public Phrase {
      terms = List.copyOf(terms);
    }

    @Override
    public List<List<String>> phrases() {
      return List.of(terms);
    }
  }

  /**
   * All of these in one sentence, in any order.
   *
   * @param within how many other words may stand between them, in all
   */
  record Near(String name, List<List<String>> phrases, int within) implements WordClause {
    public Near {
      phrases = phrases.stream().map(List::copyOf).toList();
    }
  }

  /**
   * Words that take a hit back.
   *
   * @param reach around the hit, or the whole title or body
   */
  record Guard(List<String> terms, Reach reach) {
    public Guard {
      terms = List.copyOf(terms);
    }
  }

  /** Where a guard looks. */
  sealed interface Reach {}

  /** Anywhere in title or body. */
  record Anywhere() implements Reach {}

  /** Up to so many words before the hit; 1 is right before it. */
  record Before(int words) implements Reach {}

  /** With fewer than so many words between it and the hit, on either side. */
  record Within(int words) implements Reach {}
}
