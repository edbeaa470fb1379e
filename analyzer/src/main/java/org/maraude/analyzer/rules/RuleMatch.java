package org.maraude.analyzer.rules;

import java.util.Comparator;
import java.util.List;
import org.maraude.events.assessment.Span;

/**
 * A rule that fired.
 *
 * @param hits where, in order of field and place; empty when a fact from a field made it fire
 */
public record RuleMatch(Rule rule, List<Hit> hits) {

  /**
   * One place.
   *
   * @param clause the name of what was found: {@code any-2}, {@code all-1}, {@code fact}
   */
  public record Hit(String clause, Span span) {
    static final Comparator<Hit> ORDER =
        Comparator.comparing((Hit hit) -> hit.span().field())
            .thenComparingInt(hit -> hit.span().start())
            .thenComparingInt(hit -> hit.span().end())
            .thenComparing(Hit::clause);
  }

  public RuleMatch {
    hits = hits.stream().distinct().sorted(Hit.ORDER).toList();
  }

  /** The places alone, each once. */
  public List<Span> spans() {
    return hits.stream().map(Hit::span).distinct().toList();
  }
}
