package org.maraude.analyzer.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.text.AdWords;

/** Whether a rule's hits make it fire: the part that every matcher shares. Pure. */
final class Verdict {

  private Verdict() {}

  /**
   * @param hits of the rule's clauses, guards already seen to
   */
  static Optional<RuleMatch> of(
      Rule rule, Match.OnWords match, List<RuleMatch.Hit> hits, AdWords words) {
    var counting =
        match.subject() == null
            ? hits
            : hits.stream().filter(hit -> !addressesClient(hit, words)).toList();
    boolean all = true;
    for (var clause : match.all()) {
      all &= stands(clause, counting);
    }
    boolean any = match.any().isEmpty();
    for (var clause : match.any()) {
      any = any || stands(clause, counting);
    }
    return all && any
        ? Optional.of(new RuleMatch(rule, marked(match, counting, words)))
        : Optional.empty();
  }

  private static boolean stands(Match.WordClause clause, List<RuleMatch.Hit> hits) {
    for (var hit : hits) {
      if (hit.clause().equals(clause.name())) {
        return true;
      }
    }
    return false;
  }

  private static List<RuleMatch.Hit> marked(
      Match.OnWords match, List<RuleMatch.Hit> hits, AdWords words) {
    if (!words.title().isDisguised() && !words.body().isDisguised()) {
      return hits;
    }
    var clauses = new HashMap<String, Match.WordClause>();
    match.clauses().forEach(clause -> clauses.put(clause.name(), clause));
    return hits.stream()
        .distinct()
        .sorted(RuleMatch.Hit.ORDER)
        .limit(RuleMatch.MOST_HITS)
        .map(hit -> marked(hit, clauses.get(hit.clause()), words))
        .toList();
  }

  private static RuleMatch.Hit marked(
      RuleMatch.Hit hit, Match.@Nullable WordClause clause, AdWords words) {
    var plain = words.in(hit.span().field()).termsIn(hit.span().start(), hit.span().end());
    boolean disguised =
        clause != null && !clause.phrases().stream().allMatch(phrase -> plain.containsAll(phrase));
    return new RuleMatch.Hit(hit.clause(), hit.span(), disguised);
  }

  private static boolean addressesClient(RuleMatch.Hit hit, AdWords words) {
    return words.in(hit.span().field()).addressesClientAt(hit.span().start());
  }
}
