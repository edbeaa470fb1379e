package org.maraude.analyzer.rules;

import java.util.EnumMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maraude.events.assessment.Signal.Group;

/** Reads {@code scoring.yaml}. */
final class ScoringReader {

  private static final Set<String> GROUPS =
      Stream.of(Group.values()).map(Group::name).collect(Collectors.toUnmodifiableSet());
  private static final double LARGEST = 10;

  private ScoringReader() {}

  static Scoring read(RuleFile file) {
    var yaml = YamlMap.document(file, Set.of("version", "caps", "adult"));
    var caps = new EnumMap<Group, Double>(Group.class);
    var written = yaml.map("caps", GROUPS);
    for (var group : Group.values()) {
      caps.put(group, positive(written, group.name()));
    }
    var adult = yaml.map("adult", Set.of("threshold", "groups"));
    return new Scoring(
        yaml.whole("version", 1, Integer.MAX_VALUE),
        caps,
        positive(adult, "threshold"),
        // One group alone never puts an adult's ad before a person.
        adult.whole("groups", 2, Group.values().length));
  }

  private static double positive(YamlMap yaml, String key) {
    double number = yaml.number(key);
    if (number <= 0 || number > LARGEST) {
      throw yaml.wrong(key, "must be above 0 and at most " + LARGEST);
    }
    return number;
  }
}
