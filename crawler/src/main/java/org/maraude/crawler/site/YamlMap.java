package org.maraude.crawler.site;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A mapping of a YAML file that knows where it stands, so that every error can say so. */
final class YamlMap {

  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");

  private final String file;
  private final String path;
  private final int line;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();

  YamlMap(String file, String path, MappingNode node) {
    this.file = file;
    this.path = path;
    this.line = lineOf(node);
    for (var tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw new SiteFileException(file, lineOf(tuple.getKeyNode()), path, "a key must be text");
      }
      if (values.containsKey(key.getValue())) {
        throw new SiteFileException(
            file, lineOf(key), join(key.getValue()), "stands here twice; keep one");
      }
      lines.put(key.getValue(), lineOf(key));
      values.put(key.getValue(), tuple.getValueNode());
    }
  }

  static int lineOf(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }

  void refuseKeysBeyond(Set<String> known) {
    for (var key : values.keySet()) {
      if (!known.contains(key)) {
        var meant = NearestKey.to(key, known).map("did you mean '%s'? "::formatted).orElse("");
        throw error(
            key,
            "unknown key; " + meant + "known here: " + String.join(", ", new TreeSet<>(known)));
      }
    }
  }

  Set<String> keys() {
    return values.keySet();
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  SiteFileException error(String key, String problem) {
    int where = lines.getOrDefault(key, line);
    return new SiteFileException(file, where, join(key), problem);
  }

  private String join(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  String required(String key, String what) {
    var text = text(key);
    if (text == null) {
      throw error(key, "is missing; write " + what);
    }
    return text;
  }

  @Nullable String text(String key) {
    var node = values.get(key);
    if (node == null) {
      return null;
    }
    if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
      throw error(key, "must be a text that is not empty");
    }
    return scalar.getValue().strip();
  }

  List<String> texts(String key) {
    var node = values.get(key);
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof SequenceNode sequence)) {
      throw error(key, "must be a list, as in [one, two]");
    }
    var texts = new ArrayList<String>();
    for (var item : sequence.getValue()) {
      if (!(item instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
        throw error(key, "must be a list of texts");
      }
      texts.add(scalar.getValue().strip());
    }
    return texts;
  }

  @Nullable YamlMap map(String key) {
    var node = values.get(key);
    if (node == null) {
      return null;
    }
    if (!(node instanceof MappingNode mapping)) {
      throw error(key, "must hold keys of its own");
    }
    return new YamlMap(file, join(key), mapping);
  }

  boolean isMap(String key) {
    return values.get(key) instanceof MappingNode;
  }

  boolean flag(String key) {
    var text = text(key);
    if (text == null || text.equals("false")) {
      return false;
    }
    if (text.equals("true")) {
      return true;
    }
    throw error(key, "must be true or false");
  }

  int number(String key, int otherwise, int least, int most) {
    var text = text(key);
    if (text == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, in the same words as a number out of bounds.
    }
    throw error(key, "must be a whole number from %d to %d".formatted(least, most));
  }

  Duration duration(String key, Duration otherwise) {
    var text = text(key);
    if (text == null) {
      return otherwise;
    }
    var match = DURATION.matcher(text);
    if (!match.matches()) {
      throw error(key, "must be a time such as 250ms, 30s, 5m, 24h or 7d");
    }
    long amount = Long.parseLong(match.group(1));
    return switch (match.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }
}
