package org.maraude.dashboard.rules;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads the readers' part of a rule file. The analyzer has judged the file already: whatever is not
 * a rule with an id is passed over, for a page must never stop because of a file. Thread safe.
 */
public final class RuleYaml {

  private static final YAMLMapper MAPPER = new YAMLMapper();

  private RuleYaml() {}

  /** The rules of one file, in its order; empty when it is no YAML or holds none. */
  public static List<RuleText> read(String yaml) {
    JsonNode root;
    try {
      root = MAPPER.readTree(yaml);
    } catch (JacksonException e) {
      return List.of();
    }
    if (root == null) {
      return List.of();
    }
    var rules = new ArrayList<RuleText>();
    for (JsonNode rule : root.isArray() ? root : root.path("rules")) {
      if (!text(rule, "id").isBlank()) {
        rules.add(rule(rule));
      }
    }
    return List.copyOf(rules);
  }

  private static RuleText rule(JsonNode rule) {
    return new RuleText(
        text(rule, "id"),
        rule.path("version").asInt(1),
        text(rule, "indicator"),
        text(rule, "level"),
        text(rule, "source"),
        both(rule.path("says")),
        both(rule.path("ordinary")),
        both(rule.path("caveat")));
  }

  private static BothLanguages both(JsonNode node) {
    return node.isObject()
        ? new BothLanguages(text(node, "fr"), text(node, "en"))
        : new BothLanguages(node.asString(""), "");
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString("").strip();
  }
}
