package org.maraude.dashboard.exports.packages;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What {@code datapackage.json} of made packages says, against the standard and the table. */
class DescriptionTest {

  /** The SHA-256 of the profiles that datapackage.org publishes of version 2.0. */
  private static final Map<String, String> PROFILES =
      Map.of(
          "datapackage.json", "a9ef0fc168b3402ae7aa7d22bbcb798e0db6b639e7ee15ff4aa177463cea7112",
          "dataresource.json", "067d769b44b22178615620d37ac4e9f732cf0459c5540255cbba2480aa91c35a",
          "tableschema.json", "a67779642acc7f51031d2e881166d31ef8dd90cd8a92c9ff8821d7a8821d0490");

  private static JsonNode description(Kind kind) throws Exception {
    return JsonMapper.shared().readTree(Samples.files(Samples.made(kind)).get("datapackage.json"));
  }

  private static JsonNode spoiled(Consumer<ObjectNode> change) throws Exception {
    var described = (ObjectNode) description(Kind.PUBLIC).deepCopy();
    change.accept(described);
    return described;
  }

  private static ObjectNode resource(JsonNode described) {
    return (ObjectNode) described.at("/resources/0");
  }

  private static ObjectNode field(JsonNode described) {
    return (ObjectNode) described.at("/resources/0/schema/fields/0");
  }

  /** Descriptions that the standard does not allow, by what is wrong with them. */
  private static Map<String, JsonNode> spoiled() throws Exception {
    var all = new LinkedHashMap<String, JsonNode>();
    all.put("no table is named", spoiled(each -> each.remove("resources")));
    all.put("none is listed", spoiled(each -> each.putArray("resources")));
    all.put("a table without a name", spoiled(each -> resource(each).remove("name")));
    all.put("a table without a path", spoiled(each -> resource(each).remove("path")));
    all.put("a path of the machine", spoiled(each -> resource(each).put("path", "/etc/x.csv")));
    all.put("a path out of the package", spoiled(each -> resource(each).put("path", "../x.csv")));
    all.put("a size in words", spoiled(each -> resource(each).put("bytes", "many")));
    all.put("a day that is a number", spoiled(each -> each.put("created", 20260409)));
    all.put(
        "no column",
        spoiled(each -> ((ObjectNode) each.at("/resources/0/schema")).remove("fields")));
    all.put("an unknown type", spoiled(each -> field(each).put("type", "whole")));
    all.put("a column without a name", spoiled(each -> field(each).remove("name")));
    return all;
  }

  private static List<String> faults(String schema, JsonNode described) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
        .getSchema(schema, InputFormat.JSON)
        .validate(described.toString(), InputFormat.JSON)
        .stream()
        .map(Object::toString)
        .toList();
  }

  private static void assertTellsGoodFromSpoiled(String schema) throws Exception {
    for (var kind : Kind.values()) {
      assertThat(faults(schema, description(kind))).as("%s", kind).isEmpty();
    }
    for (var each : spoiled().entrySet()) {
      assertThat(faults(schema, each.getValue())).as(each.getKey()).isNotEmpty();
    }
  }

  @Test
  void itHoldsWhatTheStandardAsksFor() throws Exception {
    try (var in =
        Objects.requireNonNull(
            DescriptionTest.class.getResourceAsStream("data-package-2.schema.json"))) {
      assertTellsGoodFromSpoiled(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** {@code -Dfrictionless.profiles=DIR} with the published files of version 2.0 in it. */
  @Test
  @EnabledIfSystemProperty(
      named = "frictionless.profiles",
      matches = ".+",
      disabledReason =
          "the published profiles are not shipped: docs/exports.md says how to get them")
  void thePublishedProfilesFindNothing() throws Exception {
    var folder = Path.of(System.getProperty("frictionless.profiles"));
    for (var profile : PROFILES.entrySet()) {
      assertThat(Digest.of(Files.readAllBytes(folder.resolve(profile.getKey()))))
          .as("%s is the one that was published", profile.getKey())
          .isEqualTo(profile.getValue());
    }
    assertTellsGoodFromSpoiled(Files.readString(folder.resolve("datapackage.json")));
    var parts =
        Map.of("dataresource.json", "/resources/0", "tableschema.json", "/resources/0/schema");
    for (var part : parts.entrySet()) {
      var profile = Files.readString(folder.resolve(part.getKey()));
      for (var kind : Kind.values()) {
        assertThat(faults(profile, description(kind).at(part.getValue())))
            .as("%s %s", part.getKey(), kind)
            .isEmpty();
      }
      var noType = spoiled(each -> field(each).put("type", "whole")).at(part.getValue());
      assertThat(faults(profile, noType)).as(part.getKey()).isNotEmpty();
    }
  }

  @Test
  void theTableIsAsItIsDescribed() throws Exception {
    for (var kind : Kind.values()) {
      var files = Samples.files(Samples.made(kind));
      var resource = description(kind).at("/resources/0");
      var table = Objects.requireNonNull(files.get(resource.get("path").asString()));
      assertThat(table).hasSize(resource.get("bytes").asInt());
      assertThat(resource.get("hash").asString()).isEqualTo("sha256:" + Digest.of(table));
      var fields = resource.at("/schema/fields").valueStream().toList();
      var key = resource.at("/schema/primaryKey").valueStream().map(JsonNode::asString).toList();
      try (var csv =
          CSVFormat.RFC4180
              .builder()
              .setHeader()
              .setSkipHeaderRecord(true)
              .get()
              .parse(new StringReader(new String(table, StandardCharsets.UTF_8)))) {
        assertThat(csv.getHeaderNames())
            .isEqualTo(fields.stream().map(field -> field.get("name").asString()).toList());
        var rows = csv.getRecords();
        assertThat(rows).hasSize(4);
        rows.forEach(row -> fields.forEach(field -> assertFits(row, field)));
        assertThat(rows.stream().map(row -> key.stream().map(row::get).toList()))
            .doesNotHaveDuplicates();
      }
    }
  }

  private static void assertFits(CSVRecord row, JsonNode field) {
    var name = field.get("name").asString();
    var cell = row.get(name);
    if (cell.isEmpty()) {
      assertThat(field.at("/constraints/required").asBoolean()).as(name).isFalse();
      return;
    }
    switch (field.get("type").asString()) {
      case "integer" -> assertThat(cell).as(name).matches("-?[0-9]+");
      case "boolean" -> assertThat(cell).as(name).isIn("true", "false");
      case "date" -> assertThat(LocalDate.parse(cell)).as(name).hasToString(cell);
      default -> assertThat(field.get("type").asString()).as(name).isEqualTo("string");
    }
  }
}
