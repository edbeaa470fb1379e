package org.maraude.analyzer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.maraude.analyzer.assess.AdReader;
import org.maraude.events.assessment.Signal.Group;

class BuiltInRulesTest {

  @Test
  void everyRuleHitsAndMissesWhatItsExamplesSay() {
    try (var rules = RuleSet.load(RuleFiles.builtIn(), AdReader.create())) {
      assertThat(rules.rules()).hasSizeGreaterThanOrEqualTo(18);
      assertThat(rules.errors()).isEmpty();
    }
  }

  @Test
  void everyRuleFileOfTheProgramIsInTheList() throws Exception {
    var folder = Path.of(RuleFiles.class.getResource("/rules/families.txt").toURI()).getParent();
    try (var files = Files.list(folder)) {
      var yaml =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".yaml"))
              .collect(Collectors.toSet());
      assertThat(RuleFiles.builtIn().stream().map(RuleFile::name)).hasSameElementsAs(yaml);
    }
  }

  @Test
  void whatWasTestedAndRejectedWeighsNothing() {
    try (var rules = RuleSet.load(RuleFiles.builtIn(), AdReader.create())) {
      assertThat(rules.rules())
          .filteredOn(rule -> rule.level() == Level.A_MINUS)
          .isNotEmpty()
          .allMatch(rule -> rule.weight() == 0);
    }
  }

  @Test
  void hidingTheNumberAndPraisingOneselfStaysBelowTheThreshold() {
    try (var rules = RuleSet.load(RuleFiles.builtIn(), AdReader.create())) {
      double hidden = heaviest(rules, Indicator.PHONE_OBSCURED);
      double praised = heaviest(rules, Indicator.REASSURANCE);
      double inside = heaviest(rules, Indicator.NO_OUTSIDE);
      assertThat(hidden + praised + inside).isLessThan(rules.scoring().adultThreshold());
      assertThat(rules.scoring().cap(Group.TEXT)).isLessThan(rules.scoring().adultThreshold());
    }
  }

  private static double heaviest(RuleSet rules, Indicator indicator) {
    return rules.rules().stream()
        .filter(rule -> rule.indicator() == indicator)
        .mapToDouble(Rule::weight)
        .max()
        .orElseThrow();
  }
}
