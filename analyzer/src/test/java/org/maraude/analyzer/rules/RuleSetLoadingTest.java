package org.maraude.analyzer.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maraude.analyzer.facts.ObservedFacts;
import org.maraude.analyzer.text.AdWords;

class RuleSetLoadingTest {

  private static final String RULE =
      """
      - id: management-team
        version: 1
        indicator: management
        group: TEXT
        level: B+
        weight: 0.3
        languages: [fr, en]
        says: {fr: "une équipe", en: "a team"}
        ordinary: {fr: "une agence", en: "an agency"}
        source: "Author 2021"
        caveat: {fr: "fréquent", en: "common"}
        match:
          any:
            - phrase: "notre équipe"
        examples: {hit: ["Notre équipe"], miss: ["Je suis seule"]}
      """;

  private static final RuleFile SCORING =
      new RuleFile(
          RuleFile.SCORING,
          """
          version: 1
          caps: {TEXT: 1, CONTACT: 1, LINK: 1, FACT: 1}
          adult: {threshold: 1.2, groups: 2}
          """);

  private static final AdReading READING =
      (title, body) -> new AdReading.Seen(AdWords.of(title, body), ObservedFacts.NONE);

  private static RuleSet load(String rules) {
    return RuleSet.load(List.of(new RuleFile("mine.yaml", rules), SCORING), READING);
  }

  @Test
  void aGoodFileLoads() {
    try (var rules = load(RULE)) {
      assertThat(rules.rules()).extracting(Rule::id).containsExactly("management-team");
      assertThat(rules.stamp()).matches("[0-9a-f]{16}");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "  version: 1 | version: one | mine.yaml:2: version: must be a whole number",
        "  indicator: management | indicator: wealth | mine.yaml:3: indicator: 'wealth' is no"
            + " known",
        "  indicator: management | indicator: ethnicity | mine.yaml:3: indicator: 'ethnicity' is"
            + " never scored",
        "  indicator: management | indicator: poor-french | mine.yaml:3: indicator: 'poor-french'"
            + " is never",
        "  group: TEXT | group: CONTACT | mine.yaml:4: group: 'management' belongs to the evidence"
            + " group TEXT",
        "  level: B+ | level: A | mine.yaml:5: level: 'management' is of level B+",
        "  level: B+ | level: Z | mine.yaml:5: level: 'Z' is no known level",
        "  weight: 0.3 | weight: 0.9 | mine.yaml:6: weight: level B+ allows from 0.0 to 0.3",
        "  weight: 0.3 | weight: -0.1 | mine.yaml:6: weight: level B+ allows",
        "  weight: 0.3 | weight: NaN | mine.yaml:6: weight: must be a number",
        "  weight: 0.3 | wieght: 0.3 | mine.yaml:6: unknown key 'wieght'; known here: caveat",
        "  source: `Author 2021` | | mine.yaml:1: source: is missing",
        "  level: B+ | | mine.yaml:1: level: is missing",
        "  says: {fr: `une équipe`, en: `a team`} | | mine.yaml:1: says: is missing",
        "  says: {fr: `une équipe`, en: `a team`} | says: {fr: x} | mine.yaml:8: en: is missing",
        "  ordinary: {fr: `une agence`, en: `an agency`} | | mine.yaml:1: ordinary: is missing",
        "  caveat: {fr: `fréquent`, en: `common`} | | mine.yaml:1: caveat: is missing",
        "  languages: [fr, en] | languages: [french] | mine.yaml:7: languages: 'french' is no"
            + " two-letter",
        "      - phrase: `notre équipe` | - regex: `a+` | mine.yaml:14: unknown key 'regex'",
        "      - phrase: `notre équipe` | - phrase: `...` | mine.yaml:14: phrase: '...' must have 1"
            + " to 12 words",
        "      - phrase: `notre équipe` | - near: {terms: [a], within: 2} | mine.yaml:14: terms:"
            + " needs at least two",
        "      - phrase: `notre équipe` | - near: {terms: [à, A], within: 2} | mine.yaml:14: terms:"
            + " holds one phrase twice",
        "      - phrase: `notre équipe` | - near: {terms: [a, b], within: 99} | mine.yaml:14:"
            + " within: must be a whole",
        "hit: [`Notre équipe`] | hit: [`Je`] | mine.yaml:1: examples: rule 'management-team' must"
            + " hit",
        "miss: [`Je suis seule`] | miss: [`Notre équipe`] | mine.yaml:1: examples: rule"
            + " 'management-team' must not hit",
        "  version: 1 | version: [ | is no YAML",
      })
  void aMistakeIsToldWithFileLineAndReason(String line, String instead, String message) {
    var from = line.replace('`', '"');
    var to = instead == null ? "" : instead.replace('`', '"');
    assertThat(RULE).contains(from.strip());
    var broken = RULE.replace(from.strip(), to);
    assertThatThrownBy(() -> load(broken))
        .isInstanceOf(RuleSetException.class)
        .hasMessageContaining(message)
        .message()
        .satisfies(text -> assertThat(text.lines()).hasSize(1));
  }

  @Test
  void oneIdStandsOnce() {
    assertThatThrownBy(() -> load(RULE + RULE))
        .hasMessage("mine.yaml:16: id: 'management-team' stands in mine.yaml:1 already");
  }

  @Test
  void youthIsNeverReadFromASingleWord() {
    var rule =
        RULE.replace("indicator: management", "indicator: youth-wording")
            .replace("level: B+", "level: A")
            .replace("weight: 0.3", "weight: 0.5")
            .replace("\"notre équipe\"", "\"jeune\"");
    assertThatThrownBy(() -> load(rule)).hasMessageContaining("phrases only");
  }

  @Test
  void aFactStandsAlone() {
    var rule = RULE.replace("  match:\n", "  match:\n    fact: age-below-18\n");
    assertThatThrownBy(() -> load(rule)).hasMessageContaining("any: cannot stand beside 'fact'");
    var unknown = RULE.replace("    any:\n      - phrase: \"notre équipe\"\n", "    fact: tall\n");
    assertThatThrownBy(() -> load(unknown))
        .hasMessageContaining("mine.yaml:13: fact: 'tall' is no known fact");
  }

  @Test
  void oneGroupAloneCannotBeMadeEnough() {
    var scoring = new RuleFile(RuleFile.SCORING, SCORING.yaml().replace("groups: 2", "groups: 1"));
    assertThatThrownBy(
            () -> RuleSet.load(List.of(new RuleFile("mine.yaml", RULE), scoring), READING))
        .hasMessage("scoring.yaml:3: groups: must be a whole number from 2 to 4");
  }

  @Test
  void aSetWithoutScoringIsNone() {
    assertThatThrownBy(() -> RuleSet.load(List.of(new RuleFile("mine.yaml", RULE)), READING))
        .hasMessageContaining("scoring.yaml");
  }

  @Test
  void theStampChangesWithAnyLetter() {
    try (var one = load(RULE);
        var other = load(RULE + "# a remark\n");
        var same = load(RULE)) {
      assertThat(one.stamp()).isNotEqualTo(other.stamp()).isEqualTo(same.stamp());
    }
  }

  @Test
  void aFileOfTheUserTakesThePlaceOfTheProgramsOwn(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("age.yaml"), RULE);
    Files.writeString(folder.resolve("notes.txt"), "not a rule");
    assertThat(RuleFiles.withFolder(folder))
        .hasSameSizeAs(RuleFiles.builtIn())
        .contains(new RuleFile("age.yaml", RULE));
  }

  @Test
  void aFolderThatIsNotThereAndAFileThatIsNotUtf8AreTold(@TempDir Path folder) throws Exception {
    assertThatThrownBy(() -> RuleFiles.withFolder(folder.resolve("nowhere")))
        .isInstanceOf(RuleSetException.class)
        .hasMessageContaining("nowhere");
    Files.write(folder.resolve("latin.yaml"), new byte[] {'a', (byte) 0xE9});
    assertThatThrownBy(() -> RuleFiles.withFolder(folder))
        .hasMessageContaining("latin.yaml: is not UTF-8");
  }
}
