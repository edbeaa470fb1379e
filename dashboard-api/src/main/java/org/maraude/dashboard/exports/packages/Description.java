package org.maraude.dashboard.exports.packages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code datapackage.json}: a Frictionless Data Package, version 2. */
final class Description {

  private static final String PROFILES = "https://datapackage.org/profiles/2.0/";

  private Description() {}

  static Map<String, Object> of(Facts facts, String path, byte[] table) {
    var resource = new LinkedHashMap<String, Object>();
    resource.put("$schema", PROFILES + "dataresource.json");
    resource.put("name", facts.name());
    resource.put("type", "table");
    resource.put("path", path);
    resource.put("format", "csv");
    resource.put("mediatype", "text/csv");
    resource.put("encoding", "utf-8");
    resource.put("bytes", table.length);
    resource.put("hash", "sha256:" + Digest.of(table));
    resource.put("schema", schema());
    var all = new LinkedHashMap<String, Object>();
    all.put("$schema", PROFILES + "datapackage.json");
    all.put("name", facts.name());
    all.put("id", "urn:uuid:" + facts.id());
    all.put("title", "Maraude %s %s %s".formatted(facts.kind(), facts.grid(), facts.quarter()));
    all.put(
        "description",
        "Distinct advertisers seen in ads, by area and period. Ads are not persons. See note.fr.txt,"
            + " note.en.txt and codebook.md.");
    all.put("version", "1.0.0");
    all.put("created", facts.frozenAt().toString());
    all.put("resources", List.of(resource));
    return all;
  }

  private static Map<String, Object> schema() {
    var schema = new LinkedHashMap<String, Object>();
    schema.put("$schema", PROFILES + "tableschema.json");
    schema.put(
        "fields",
        List.of(
            field("level", "string", "DEPARTEMENT, REGION or COUNTRY", true),
            field(
                "area",
                "string",
                "official code (INSEE); FR for the country, ? for no place",
                true),
            field("name", "string", "official name in French", true),
            field("span", "string", "quarter (2026-Q3) or month (2026-07)", true),
            field("first_day", "date", "first day of the span", true),
            field("last_day", "date", "last day of the span", true),
            field("count", "integer", "distinct advertisers; missing when hidden", false),
            field(
                "margin",
                "integer",
                "95 of 100 counts lie this near; missing when hidden or without noise",
                false),
            field("hidden", "boolean", "whether the count is hidden", true)));
    schema.put("primaryKey", List.of("level", "area", "span"));
    schema.put("missingValues", List.of(""));
    return schema;
  }

  private static Map<String, Object> field(
      String name, String type, String says, boolean required) {
    var field = new LinkedHashMap<String, Object>();
    field.put("name", name);
    field.put("type", type);
    field.put("description", says);
    field.put("constraints", Map.of("required", required));
    return field;
  }
}
