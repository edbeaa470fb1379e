package org.maraude.dashboard.exports.packages;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.maraude.dashboard.exports.noise.Epsilon;
import org.maraude.dashboard.exports.table.Grid;
import org.maraude.dashboard.exports.table.Quarter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DescriptionTest {

  private static final byte[] TABLE = "level,area\r\n".getBytes(StandardCharsets.US_ASCII);

  private static JsonNode description() {
    var facts =
        new Facts(
            UUID.nameUUIDFromBytes(new byte[0]),
            Kind.PUBLIC,
            Grid.REGIONS,
            new Quarter(2026, 1),
            Instant.parse("2026-04-09T10:00:00.123456Z"),
            "test",
            new Epsilon(50),
            20L,
            1L);
    var json = JsonMapper.shared();
    return json.readTree(
        json.writeValueAsString(Description.of(facts, "data/" + facts.name() + ".csv", TABLE)));
  }

  private static List<String> faults(String schema, JsonNode described) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
        .getSchema(schema, InputFormat.JSON)
        .validate(described.toString(), InputFormat.JSON)
        .stream()
        .map(Object::toString)
        .toList();
  }

  @Test
  void itHoldsWhatTheStandardAsksFor() throws Exception {
    try (var in =
        Objects.requireNonNull(
            DescriptionTest.class.getResourceAsStream("data-package-2.schema.json"))) {
      var schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(faults(schema, description())).isEmpty();
      assertThat(faults(schema, JsonMapper.shared().readTree("{\"resources\": []}"))).hasSize(3);
    }
  }

  @Test
  void itsFieldsAreTheColumnsOfTheTable() {
    var names =
        description()
            .at("/resources/0/schema/fields")
            .valueStream()
            .map(field -> field.get("name").asString())
            .toList();
    assertThat(names).isEqualTo(TableCsv.HEADER);
  }

  /** {@code -Dfrictionless.profiles=DIR} with the published files of version 2.0 in it. */
  @Test
  @EnabledIfSystemProperty(named = "frictionless.profiles", matches = ".+")
  void thePublishedProfilesFindNothing() throws Exception {
    var folder = Path.of(System.getProperty("frictionless.profiles"));
    var parts =
        List.of(
            List.of("datapackage.json", ""),
            List.of("dataresource.json", "/resources/0"),
            List.of("tableschema.json", "/resources/0/schema"));
    for (var part : parts) {
      var profile = Files.readString(folder.resolve(part.getFirst()));
      var described = part.getLast().isEmpty() ? description() : description().at(part.getLast());
      assertThat(faults(profile, described)).as(part.getFirst()).isEmpty();
    }
  }
}
