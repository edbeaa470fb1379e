package org.maraude.analyzer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maraude.analyzer.assess.AdReader;
import org.maraude.analyzer.text.AdWords;

/** The compiled matcher finds what Lucene's Monitor finds, clause for clause and unit for unit. */
class MatcherOracleTest {

  @ParameterizedTest
  @CsvSource({
    "1, 3, 20, 300",
    "2, 5, 60, 400",
    "3, 12, 200, 300",
    "4, 40, 400, 200",
    "5, 400, 2000, 100",
  })
  void bothFindTheSameOnRandomRulesAndTexts(long seed, int vocabulary, int rules, int texts) {
    var random = new RandomRules(seed, vocabulary);
    var made = random.rules(rules);
    int found = 0;
    try (var monitor = new MonitorRuleMatcher(made);
        var compiled = new CompiledRuleMatcher(made);
        var every = CompiledRuleMatcher.tryingEveryRule(made)) {
      for (int number = 0; number < texts; number++) {
        var words = AdWords.of(random.text(6), random.text(40));
        var expected = monitor.match(words);
        var text = words.title().text() + " | " + words.body().text();
        assertThat(shown(compiled.match(words))).as(text).isEqualTo(shown(expected));
        assertThat(shown(every.match(words))).as(text).isEqualTo(shown(expected));
        found += expected.size();
      }
      assertThat(monitor.errors()).isEmpty();
      assertThat(compiled.errors()).isEmpty();
    }
    assertThat(found).as("rules that fired: the texts must meet the rules").isGreaterThan(texts);
  }

  @Test
  void bothFindTheSameOnEveryExampleOfTheProgramsOwnRules() {
    var reader = AdReader.create();
    try (var set = RuleSet.load(RuleFiles.builtIn(), reader);
        var monitor = new MonitorRuleMatcher(set.rules());
        var compiled = new CompiledRuleMatcher(set.rules())) {
      for (var rule : set.rules()) {
        for (var examples : List.of(rule.examples().hit(), rule.examples().miss())) {
          for (var text : examples) {
            var words = reader.read("", text).words();
            assertThat(shown(compiled.match(words)))
                .as(text)
                .isEqualTo(shown(monitor.match(words)));
          }
        }
      }
    }
  }

  /** All that a match says, short enough to read when it differs. */
  private static String shown(List<RuleMatch> matches) {
    return matches.stream()
        .map(match -> match.rule().id() + " " + match.hits())
        .collect(Collectors.joining("\n"));
  }
}
