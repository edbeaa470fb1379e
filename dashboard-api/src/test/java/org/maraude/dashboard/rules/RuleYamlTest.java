package org.maraude.dashboard.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class RuleYamlTest {

  @Test
  void theReadersPartIsReadAndAllElseIgnored() {
    var rules =
        RuleYaml.read(
            """
            - id: management-bookings
              version: 3
              indicator: management
              level: B+
              says: {fr: "D’autres gèrent", en: "Others manage"}
              ordinary: {fr: "Une agence"}
              source: "Giommoni & Ikwu 2021"
              match: {any: [{phrase: "notre équipe"}]}
              to-come: [1, {2: 3}]
            - {version: 1}
            """);
    assertThat(rules).hasSize(1);
    var rule = rules.getFirst();
    assertThat(rule.version()).isEqualTo(3);
    assertThat(rule.says().in(Locale.ENGLISH)).isEqualTo("Others manage");
    assertThat(rule.ordinary().in(Locale.ENGLISH)).isEqualTo("Une agence");
    assertThat(rule.caveat()).isEqualTo(BothLanguages.NONE);
  }

  @Test
  void whatHoldsNoRulesGivesNone() {
    assertThat(RuleYaml.read("caps: {TEXT: 1.0}")).isEmpty();
    assertThat(RuleYaml.read("[unclosed")).isEmpty();
    assertThat(RuleYaml.read("")).isEmpty();
  }
}
