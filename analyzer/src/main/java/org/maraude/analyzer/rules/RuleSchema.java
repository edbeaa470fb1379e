package org.maraude.analyzer.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.maraude.analyzer.facts.FactCondition;
import org.maraude.events.assessment.Signal.Group;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes {@code docs/rules.schema.json} from what the readers know, so that an editor can check a
 * rule file while it is typed. Pure.
 *
 * @see <a href="https://json-schema.org/draft/2020-12">JSON Schema 2020-12</a>
 */
final class RuleSchema {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private RuleSchema() {}

  static String text() {
    var schema = JSON.createObjectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "A rule file of Maraude");
    schema.put("type", "array");
    schema.put("minItems", 1);
    schema.set("items", rule());
    return JSON.writerWithDefaultPrettyPrinter()
            .writeValueAsString(schema)
            .replace(System.lineSeparator(), "\n")
        + "\n";
  }

  private static ObjectNode rule() {
    var required = new TreeSet<>(RuleReader.KEYS);
    required.remove("examples");
    var rule = object(RuleReader.KEYS, required);
    var keys = properties(rule);
    keys.set(
        "id",
        text("Lower-case words joined by hyphens.").put("pattern", whole(RuleReader.ID.pattern())));
    keys.set("version", whole(1, Integer.MAX_VALUE));
    keys.set("indicator", oneOf(Indicator.values(), Indicator::id));
    keys.set("group", oneOf(Group.values(), Group::name));
    keys.set("level", oneOf(Level.values(), Level::id));
    keys.set("weight", JSON.createObjectNode().put("type", "number"));
    var languages = list(text("ISO 639-1").put("pattern", whole(RuleReader.LANGUAGE.pattern())));
    keys.set("languages", languages);
    for (var wording : List.of("says", "ordinary", "caveat")) {
      var texts = object(RuleReader.WORDING, RuleReader.WORDING);
      RuleReader.WORDING.forEach(language -> properties(texts).set(language, text("")));
      keys.set(wording, texts);
    }
    keys.set("source", text("The research or practice behind it."));
    keys.set("match", match());
    var examples = object(RuleReader.EXAMPLES, RuleReader.EXAMPLES);
    RuleReader.EXAMPLES.forEach(key -> properties(examples).set(key, list(text(""))));
    keys.set("examples", examples);
    var allOf = rule.putArray("allOf");
    Arrays.stream(Indicator.values()).map(RuleSchema::fixed).forEach(allOf::add);
    allOf.add(examples());
    return rule;
  }

  /** A rule on a linked fact has none; every other has. */
  private static ObjectNode examples() {
    var either = JSON.createObjectNode();
    var linked = either.putObject("if").putObject("properties").putObject("match");
    linked.putArray("required").add("fact");
    var facts =
        Arrays.stream(FactCondition.values())
            .filter(FactCondition::isLinked)
            .toArray(FactCondition[]::new);
    linked.putObject("properties").set("fact", oneOf(facts, FactCondition::id));
    either.putObject("then").putObject("properties").put("examples", false);
    either.putObject("else").putArray("required").add("examples");
    return either;
  }

  /** An indicator fixes group and level, and its level the weights. */
  private static ObjectNode fixed(Indicator indicator) {
    var fixed = JSON.createObjectNode();
    var condition = fixed.putObject("if").putObject("properties");
    condition.putObject("indicator").put("const", indicator.id());
    var then = fixed.putObject("then").putObject("properties");
    then.putObject("group").put("const", indicator.group().name());
    then.putObject("level").put("const", indicator.level().id());
    then.putObject("weight")
        .put("minimum", indicator.level().least())
        .put("maximum", indicator.level().most());
    return fixed;
  }

  private static ObjectNode match() {
    var words = object(new TreeSet<>(Set.of("any", "all", "none", "subject")), Set.of());
    var keys = properties(words);
    keys.set("any", list(clause()));
    keys.set("all", list(clause()));
    keys.set("none", list(guard()));
    keys.putObject("subject").put("const", "advertiser");
    var either = words.putArray("anyOf");
    either.addObject().putArray("required").add("any");
    either.addObject().putArray("required").add("all");
    var fact = object(Set.of("fact"), Set.of("fact"));
    properties(fact).set("fact", oneOf(FactCondition.values(), FactCondition::id));
    var match = JSON.createObjectNode();
    match.putArray("oneOf").add(words).add(fact);
    return match;
  }

  private static ObjectNode clause() {
    var phrase = object(Set.of("phrase"), Set.of("phrase"));
    properties(phrase).set("phrase", text("Words, one after the other."));
    var near = object(MatchReader.NEAR, MatchReader.NEAR);
    var terms = list(text("")).put("minItems", 2).put("uniqueItems", true);
    properties(near).set("terms", terms);
    properties(near).set("within", whole(0, MatchReader.WIDEST));
    var nearClause = object(Set.of("near"), Set.of("near"));
    properties(nearClause).set("near", near);
    var clause = JSON.createObjectNode();
    clause.putArray("oneOf").add(phrase).add(nearClause);
    return clause;
  }

  private static ObjectNode guard() {
    var guard = object(MatchReader.GUARD, Set.of("phrase"));
    properties(guard).set("phrase", text("Words that take a hit back."));
    properties(guard).set("before", whole(1, MatchReader.WIDEST));
    properties(guard).set("within", whole(1, MatchReader.WIDEST));
    guard.putObject("not").putArray("required").add("before").add("within");
    return guard;
  }

  private static ObjectNode object(Set<String> known, Set<String> required) {
    var object = JSON.createObjectNode().put("type", "object").put("additionalProperties", false);
    var names = object.putArray("required");
    new TreeSet<>(required).forEach(names::add);
    var properties = object.putObject("properties");
    new TreeSet<>(known).forEach(properties::putObject);
    return object;
  }

  private static ObjectNode properties(ObjectNode object) {
    return (ObjectNode) object.get("properties");
  }

  private static ObjectNode text(String description) {
    var text = JSON.createObjectNode().put("type", "string").put("pattern", "\\S");
    return description.isEmpty() ? text : text.put("description", description);
  }

  private static ObjectNode whole(int least, int most) {
    return JSON.createObjectNode()
        .put("type", "integer")
        .put("minimum", least)
        .put("maximum", most);
  }

  private static String whole(String pattern) {
    return "^" + pattern + "$";
  }

  private static ObjectNode list(ObjectNode items) {
    var list = JSON.createObjectNode().put("type", "array").put("minItems", 1);
    list.set("items", items);
    return list;
  }

  private static <T> ObjectNode oneOf(T[] values, Function<T, String> id) {
    var choice = JSON.createObjectNode();
    var ids = choice.putArray("enum");
    Arrays.stream(values).map(id).forEach(ids::add);
    return choice;
  }
}
