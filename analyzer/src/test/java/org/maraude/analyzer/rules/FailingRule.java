package org.maraude.analyzer.rules;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Makes the compiled matcher throw where it looks for one rule, as a mistake in it would. */
public final class FailingRule {

  private FailingRule() {}

  /**
   * A matcher over any rules.
   *
   * @param id the rule that fails
   * @param now whether it does; not while its examples are tried
   */
  public static Function<List<Rule>, RuleMatcher> named(String id, BooleanSupplier now) {
    return rules -> {
      // The matcher numbers the rules on words by id.
      var ids =
          rules.stream()
              .filter(rule -> rule.match() instanceof Match.OnWords)
              .map(Rule::id)
              .sorted()
              .toList();
      return new CompiledRuleMatcher(
          rules,
          false,
          (clause, ad) -> {
            if (now.getAsBoolean() && ids.get(clause.rule()).equals(id)) {
              throw new IllegalStateException("as a mistake in the search would");
            }
            return clause.find(ad);
          });
    };
  }
}
