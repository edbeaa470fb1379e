package org.maraude.analyzer.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
    var found = new HashSet<String>();
    counting.forEach(hit -> found.add(hit.clause()));
    boolean all = match.all().stream().allMatch(clause -> found.contains(clause.name()));
    boolean any =
        match.any().isEmpty()
            || match.any().stream().anyMatch(clause -> found.contains(clause.name()));
    return all && any ? Optional.of(new RuleMatch(rule, counting)) : Optional.empty();
  }

  private static boolean addressesClient(RuleMatch.Hit hit, AdWords words) {
    return words.in(hit.span().field()).addressesClientAt(hit.span().start());
  }
}
