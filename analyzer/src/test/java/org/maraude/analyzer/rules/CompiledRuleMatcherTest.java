package org.maraude.analyzer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maraude.analyzer.text.AdWords;

class CompiledRuleMatcherTest extends RuleMatcherContract {

  @Override
  RuleMatcher matcher(List<Rule> rules) {
    return new CompiledRuleMatcher(rules);
  }

  @Test
  void aRuleThatFailsIsCountedAndTheOthersFire() {
    CompiledRuleMatcher.Search failing =
        (clause, ad) -> {
          if (clause.name().equals("any-2")) {
            throw new IllegalStateException("as a mistake in the search would");
          }
          return clause.find(ad);
        };
    try (var matcher = new CompiledRuleMatcher(rules(), false, failing)) {
      var words = AdWords.of("", "Notre équipe, une agence, le secrétariat répond");
      assertThat(matcher.match(words))
          .extracting(match -> match.rule().id())
          .containsExactly("before");
      assertThat(matcher.errors()).containsExactly(java.util.Map.entry("phrase", 1L));
    }
  }

  @Test
  void onlyClausesWhoseRarestWordsStandInTheAdAreLookedAt() {
    try (var matcher = new CompiledRuleMatcher(rules())) {
      assertThat(matcher.candidates(AdWords.of("", "Bonjour, je suis calme"))).isZero();
      assertThat(matcher.candidates(AdWords.of("", "une agence"))).isEqualTo(1);
    }
  }

  @Test
  void theNumberOfRulesLookedAtIsToldOnceAnAd() {
    var told = new ArrayList<Integer>();
    try (var matcher = new CompiledRuleMatcher(rules())) {
      matcher.match(AdWords.of("", "Bonjour, je suis calme"), told::add);
      matcher.match(AdWords.of("une agence", "une agence, une agence"), told::add);
    }
    try (var every = CompiledRuleMatcher.tryingEveryRule(rules())) {
      every.match(AdWords.of("", "Bonjour, je suis calme"), told::add);
    }
    assertThat(told).containsExactly(0, 1, rules().size());
  }
}
