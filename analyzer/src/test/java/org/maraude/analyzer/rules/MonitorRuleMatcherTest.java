package org.maraude.analyzer.rules;

import java.util.List;

class MonitorRuleMatcherTest extends RuleMatcherContract {

  @Override
  RuleMatcher matcher(List<Rule> rules) {
    return new MonitorRuleMatcher(rules);
  }
}
