package org.maraude.analyzer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maraude.analyzer.assess.AdReader;

/** The papers made from the rules say what the rules say. */
class RuleReferenceTest {

  private static final String RENEW =
      "mvn -pl analyzer -am test -Dtest=RuleReferenceTest -Dmaraude.renew=true"
          + " -Dsurefire.failIfNoSpecifiedTests=false";

  /** Surefire runs in the module's folder. */
  private static final Path DOCS = Path.of("..", "docs");

  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(RuleSchema.text(), InputFormat.JSON);

  @Test
  void theRuleReferenceIsThatOfTheRules() throws Exception {
    try (var rules = RuleSet.load(RuleFiles.builtIn(), AdReader.create())) {
      isCommitted("rules.md", RuleReference.of(rules.rules(), RENEW));
    }
  }

  @Test
  void theSchemaIsThatOfTheReader() throws Exception {
    isCommitted("rules.schema.json", RuleSchema.text());
  }

  private static void isCommitted(String name, String made) throws Exception {
    var file = DOCS.resolve(name);
    if (Boolean.getBoolean("maraude.renew")) {
      Files.writeString(file, made);
    }
    assertThat(Files.exists(file) ? Files.readString(file) : "")
        .as("docs/%s is stale; renew it with: %s", name, RENEW)
        .isEqualTo(made);
  }

  @Test
  void theSchemaTakesEveryRuleFileOfTheProgram() {
    for (var file : RuleFiles.builtIn()) {
      if (!file.isScoring()) {
        assertThat(SCHEMA.validate(file.yaml(), InputFormat.YAML)).as(file.name()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "version: 1 -> version: one",
        "version: 1 -> version: 0",
        "indicator: management -> indicator: wealth",
        "indicator: management -> indicator: ethnicity",
        "group: TEXT -> group: CONTACT",
        "level: B+ -> level: A",
        "weight: 0.3 -> weight: 0.9",
        "weight: 0.3 -> weight: -0.1",
        "weight: 0.3 -> wieght: 0.3",
        "source: a -> source: ' '",
        "source: a, -> ",
        "languages: [fr] -> languages: [french]",
        "languages: [fr] -> languages: []",
        "says: {fr: a, en: a} -> says: {fr: a}",
        "id: one -> id: One",
        "phrase: notre -> regex: notre",
        "{phrase: notre} -> {near: {terms: [a], within: 2}}",
        "{phrase: notre} -> {near: {terms: [a, b], within: 99}}",
        "{phrase: notre} -> {near: {terms: [a, b]}}",
        "{phrase: notre} -> {phrase: notre, near: {terms: [a, b], within: 1}}",
        "before: 2 -> before: 13",
        "before: 2 -> before: 2, within: 2",
        "any: [{phrase: notre}], -> ",
        "subject: advertiser -> subject: client",
        "subject: advertiser -> fact: age-below-18",
        "hit: [a] -> hit: []",
      })
  void readerAndSchemaRefuseTheSame(String change) {
    var rule =
        """
        - {id: one, version: 1, indicator: management, group: TEXT, level: B+, weight: 0.3,
           languages: [fr], says: {fr: a, en: a}, ordinary: {fr: a, en: a}, source: a,
           caveat: {fr: a, en: a}, examples: {hit: [a], miss: [b]},
           match: {any: [{phrase: notre}], none: [{phrase: pas, before: 2}], subject: advertiser}}
        """;
    assertThat(read(rule)).hasSize(1);
    assertThat(SCHEMA.validate(rule, InputFormat.YAML)).isEmpty();

    var parts = change.split(" -> ?", 2);
    assertThat(rule).contains(parts[0]);
    var broken = rule.replace(parts[0], parts[1]);
    assertThat(read(broken)).as("by the reader").isEmpty();
    assertThat(SCHEMA.validate(broken, InputFormat.YAML)).as("by the schema").isNotEmpty();
  }

  private static List<Rule> read(String yaml) {
    try {
      return RuleReader.readAll(new RuleFile("one.yaml", yaml));
    } catch (RuleSetException e) {
      return List.of();
    }
  }
}
