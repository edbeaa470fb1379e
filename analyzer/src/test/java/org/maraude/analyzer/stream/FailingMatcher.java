package org.maraude.analyzer.stream;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.maraude.analyzer.rules.MonitorRuleMatcher;
import org.maraude.analyzer.rules.Rule;
import org.maraude.analyzer.rules.RuleMatch;
import org.maraude.analyzer.rules.RuleMatcher;
import org.maraude.analyzer.text.AdWords;

/**
 * The matcher, counting a rule more that fails on every ad with a title, as the contract has it.
 */
final class FailingMatcher implements RuleMatcher {

  static final String FAILS = "fails-always";

  private final RuleMatcher others;
  private final LongAdder failures = new LongAdder();

  FailingMatcher(List<Rule> rules) {
    others = new MonitorRuleMatcher(rules);
  }

  @Override
  public List<RuleMatch> match(AdWords words) {
    // The rules' own examples have no title.
    if (!words.title().tokens().isEmpty()) {
      failures.increment();
    }
    return others.match(words);
  }

  @Override
  public Map<String, Long> errors() {
    return Map.of(FAILS, failures.sum());
  }

  @Override
  public void close() {
    others.close();
  }
}
