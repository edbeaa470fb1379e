package org.maraude.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maraude.analyzer.assess.AdReader;
import org.maraude.analyzer.rules.CompiledRuleMatcher;
import org.maraude.analyzer.rules.MonitorRuleMatcher;
import org.maraude.analyzer.rules.RuleFiles;
import org.maraude.analyzer.rules.RuleMatch;
import org.maraude.analyzer.rules.RuleSet;
import org.maraude.standalone.demo.population.DemoAd;
import org.maraude.standalone.demo.world.DemoWorld;

/**
 * Both matchers, with the built-in rules, on the ads of whole invented worlds: the same matches,
 * clause for clause and unit for unit.
 */
class MatchersOnInventedAdsTest {

  private static final Instant EPOCH = Instant.parse("2026-11-01T00:00:00Z");

  @ParameterizedTest
  @ValueSource(longs = {2026, 7})
  void bothFindTheSameInEveryDifferentText(long seed) {
    var reader = AdReader.create();
    Set<String> seen = new HashSet<>();
    Set<String> fired = new HashSet<>();
    try (var set = RuleSet.load(RuleFiles.builtIn(), reader);
        var monitor = new MonitorRuleMatcher(set.rules());
        var compiled = new CompiledRuleMatcher(set.rules())) {
      for (DemoAd ad : new DemoWorld(seed, EPOCH).at(EPOCH).all()) {
        if (!seen.add(ad.title() + "\n" + ad.body())) {
          continue;
        }
        var words = reader.read(ad.title(), ad.body()).words();
        var expected = monitor.match(words);
        assertThat(shown(compiled.match(words)))
            .as("%s | %s", ad.title(), ad.body())
            .isEqualTo(shown(expected));
        expected.forEach(match -> fired.add(match.rule().id()));
      }
      assertThat(monitor.errors()).isEmpty();
      assertThat(compiled.errors()).isEmpty();
    }
    assertThat(seen).hasSizeGreaterThan(1_000);
    assertThat(fired).as("rules that some ad meets").hasSizeGreaterThan(10);
  }

  private static String shown(List<RuleMatch> matches) {
    return matches.stream()
        .map(match -> match.rule().id() + " " + match.hits())
        .collect(Collectors.joining("\n"));
  }
}
