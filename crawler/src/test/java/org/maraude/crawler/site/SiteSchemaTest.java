package org.maraude.crawler.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema for editors knows the keys that the reader knows, no more and no less. */
class SiteSchemaTest {

  private static final JsonNode SCHEMA =
      JsonMapper.shared().readTree(Path.of("../sites/site.schema.json").toFile());
  private static final String GOOD =
      """
      id: demo
      approval: {by: a, on: 2026-11-01, basis: b}
      start: [https://demo.example/list]
      hosts: [demo.example]
      """;

  private static String complaint(String yaml) {
    var refused =
        catchThrowableOfType(SiteFileException.class, () -> SiteFileReader.parse("s.yaml", yaml));
    assertThat(refused).as(yaml).isNotNull();
    return String.valueOf(refused.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/properties | qqqqqq: 1",
        "/properties/approval/properties | approval: {qqqqqq: 1}",
        "/properties/listing/properties | listing: {qqqqqq: 1}",
        "/properties/ad/properties | ad: {qqqqqq: 1}",
        "/properties/revisit/properties | revisit: {qqqqqq: 1}",
        "/properties/retention/properties | retention: {qqqqqq: 1}",
        "/$defs/rule/oneOf/1/properties | ad: {title: {qqqqqq: 1}}",
      })
  void theReaderAndTheSchemaKnowTheSameKeys(String place, String unknown) {
    var yaml =
        unknown.startsWith("approval") ? GOOD.replaceAll("approval.*", unknown) : GOOD + unknown;
    var known = complaint(yaml).replaceAll(".*known here: ", "");
    assertThat(new TreeSet<>(List.of(known.split(", "))))
        .isEqualTo(new TreeSet<>(SCHEMA.at(place).propertyNames()));
  }

  @Test
  void whatTheSchemaRequiresTheReaderRequires() {
    assertThat(SiteFileReader.parse("s.yaml", GOOD).id()).isEqualTo("demo");
    for (var key : SCHEMA.path("required")) {
      var without = GOOD.replaceAll("(?m)^" + key.asString() + ":.*\\R", "");
      assertThat(complaint(without)).contains(key.asString() + ": is missing");
    }
    for (var key : SCHEMA.at("/properties/approval/required")) {
      var without = GOOD.replaceAll(key.asString() + ": [^,}]*,? ?", "");
      assertThat(complaint(without)).contains("approval." + key.asString() + ": is missing");
    }
  }

  @Test
  void whatTheSchemaAllowsAsTermTheReaderAllows() {
    for (var term : SCHEMA.at("/properties/retention/properties/warc/enum")) {
      if (term.isString()) {
        SiteFileReader.parse("s.yaml", GOOD + "retention: {warc: " + term.asString() + "}");
      }
    }
    assertThat(complaint(GOOD + "retention: {warc: 8d}")).contains("retention.warc");
  }
}
