package org.maraude.crawler;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads Prometheus' text format, strictly.
 *
 * @param types a family's name to its type
 */
record Exposition(Map<String, String> types, List<Sample> samples) {

  /** One line. */
  record Sample(String name, Map<String, String> labels, double value) {}

  private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (\\w+)");
  private static final Pattern LINE =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (\\S+)");
  private static final Pattern LABEL =
      Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\"(?:,|$)");

  static Exposition of(String text) {
    var types = new HashMap<String, String>();
    var samples = new ArrayList<Sample>();
    for (var line : text.lines().toList()) {
      var type = TYPE.matcher(line);
      if (type.matches()) {
        types.put(type.group(1), type.group(2));
      } else if (!line.startsWith("#") && !line.isEmpty()) {
        samples.add(sample(line));
      }
    }
    return new Exposition(Map.copyOf(types), List.copyOf(samples));
  }

  private static Sample sample(String line) {
    var parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new AssertionError("no line of Prometheus' text format: " + line);
    }
    var labels = new LinkedHashMap<String, String>();
    var label = LABEL.matcher(parts.group(2) == null ? "" : parts.group(2));
    while (label.find()) {
      labels.put(label.group(1), label.group(2));
    }
    return new Sample(parts.group(1), Map.copyOf(labels), Double.parseDouble(parts.group(3)));
  }

  /** The sum over all lines with this name and these labels. */
  double sum(String name, Map<String, String> labels) {
    return samples.stream()
        .filter(sample -> sample.name().equals(name))
        .filter(sample -> sample.labels().entrySet().containsAll(labels.entrySet()))
        .mapToDouble(Sample::value)
        .sum();
  }
}
