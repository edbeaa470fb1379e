package org.maraude.analyzer.rules;

import java.util.Comparator;
import java.util.List;
import org.maraude.events.assessment.Span;

/**
 * A rule that fired.
 *
 * @param hits where, in order of field and place, the first {@value #MOST_HITS}; empty when a fact
 *     from a field made it fire
 */
public record RuleMatch(Rule rule, List<Hit> hits) {

  /** A text of one word repeated must not become an assessment of a million marks. */
  static final int MOST_HITS = 200;

  /**
   * One place.
   *
   * @param clause the name of what was found: {@code any-2}, {@code all-1}, {@code fact}
   * @param disguised whether it was read by undoing a disguise
   */
  public record Hit(String clause, Span span, boolean disguised) {

    Hit(String clause, Span span) {
      this(clause, span, false);
    }

    static final Comparator<Hit> ORDER =
        Comparator.comparing((Hit hit) -> hit.span().field())
            .thenComparingInt(hit -> hit.span().start())
            .thenComparingInt(hit -> hit.span().end())
            .thenComparing(Hit::clause);
  }

  public RuleMatch {
    // Most rules that fire do so at one place, and large sets fire often.
    hits =
        hits.size() == 1
            ? List.copyOf(hits)
            : hits.stream().distinct().sorted(Hit.ORDER).limit(MOST_HITS).toList();
  }

  /** Whether a reader should be told that a disguise was undone. */
  public boolean isDisguised() {
    return hits.stream().anyMatch(Hit::disguised);
  }

  /** The places alone, each once. */
  public List<Span> spans() {
    return hits.stream().map(Hit::span).distinct().toList();
  }
}
