package org.maraude.analyzer.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A mapping of a YAML file that knows where it stands, and refuses keys it does not know. */
final class YamlMap {

  private static final int LARGEST_FILE = 1024 * 1024;

  private final String file;
  private final int line;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();

  private YamlMap(String file, Node node, Set<String> known) {
    this.file = file;
    this.line = lineOf(node);
    if (!(node instanceof MappingNode mapping)) {
      throw new RuleSetException(where(), "must hold keys: " + listed(known));
    }
    for (var entry : mapping.getValue()) {
      var at = new Rule.Where(file, lineOf(entry.getKeyNode()));
      if (!(entry.getKeyNode() instanceof ScalarNode key) || !known.contains(key.getValue())) {
        var name = entry.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
        throw new RuleSetException(at, "unknown key '" + name + "'; known here: " + listed(known));
      }
      lines.put(key.getValue(), at.line());
      values.put(key.getValue(), entry.getValueNode());
    }
  }

  /** The file's whole content as one mapping. */
  static YamlMap document(RuleFile file, Set<String> known) {
    return new YamlMap(file.name(), root(file), known);
  }

  /** The file's whole content as a list of mappings. */
  static List<YamlMap> documentList(RuleFile file, Set<String> known) {
    if (!(root(file) instanceof SequenceNode sequence)) {
      throw new RuleSetException(
          new Rule.Where(file.name(), 1), "must be a list of rules, each beginning with '- id:'");
    }
    return sequence.getValue().stream().map(node -> new YamlMap(file.name(), node, known)).toList();
  }

  private static Node root(RuleFile file) {
    var settings =
        LoadSettings.builder()
            .setLabel(file.name())
            .setAllowDuplicateKeys(false)
            .setAllowRecursiveKeys(false)
            .setMaxAliasesForCollections(0)
            .setCodePointLimit(LARGEST_FILE)
            .build();
    try {
      return new Compose(settings)
          .composeString(file.yaml())
          .orElseThrow(
              () -> new RuleSetException(new Rule.Where(file.name(), 1), "the file is empty"));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw new RuleSetException(
          new Rule.Where(file.name(), line), "is no YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw new RuleSetException(
          new Rule.Where(file.name(), 1), "is no YAML that this program reads");
    }
  }

  private static String listed(Set<String> known) {
    return String.join(", ", new TreeSet<>(known));
  }

  private static int lineOf(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }

  Rule.Where where() {
    return new Rule.Where(file, line);
  }

  RuleSetException wrong(String key, String problem) {
    return new RuleSetException(
        new Rule.Where(file, lines.getOrDefault(key, line)), key + ": " + problem);
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  private Node required(String key) {
    var node = values.get(key);
    if (node == null) {
      throw wrong(key, "is missing");
    }
    return node;
  }

  String text(String key) {
    if (!(required(key) instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
      throw wrong(key, "must be a text that is not empty");
    }
    return scalar.getValue().strip();
  }

  int whole(String key, int least, int most) {
    var text = text(key);
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // The same message as for a number out of range.
    }
    throw wrong(key, "must be a whole number from %d to %d".formatted(least, most));
  }

  double number(String key) {
    try {
      double number = Double.parseDouble(text(key));
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // The same message as for a number that is not finite.
    }
    throw wrong(key, "must be a number");
  }

  List<String> texts(String key) {
    if (!(required(key) instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
      throw wrong(key, "must be a list that is not empty, as in [one, two]");
    }
    var texts = new ArrayList<String>();
    for (var item : sequence.getValue()) {
      if (!(item instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
        throw wrong(key, "must be a list of texts");
      }
      texts.add(scalar.getValue().strip());
    }
    return texts;
  }

  YamlMap map(String key, Set<String> known) {
    return new YamlMap(file, required(key), known);
  }

  /** The mappings of a list; none when the key is missing. */
  List<YamlMap> maps(String key, Set<String> known) {
    @Nullable Node node = values.get(key);
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
      throw wrong(key, "must be a list that is not empty");
    }
    return sequence.getValue().stream().map(item -> new YamlMap(file, item, known)).toList();
  }
}
