package org.maraude.analyzer.rules;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.maraude.events.assessment.Signal.Group;

/** Reads one rule. Every mistake is a {@link RuleSetException} with its line. */
final class RuleReader {

  static final Set<String> KEYS =
      Set.of(
          "id",
          "version",
          "indicator",
          "group",
          "level",
          "weight",
          "languages",
          "says",
          "ordinary",
          "source",
          "caveat",
          "match",
          "examples");
  static final Set<String> WORDING = Set.of("fr", "en");
  static final Set<String> EXAMPLES = Set.of("hit", "miss");
  static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");

  private RuleReader() {}

  static List<Rule> readAll(RuleFile file) {
    return YamlMap.documentList(file, KEYS).stream().map(RuleReader::read).toList();
  }

  private static Rule read(YamlMap yaml) {
    var id = yaml.text("id");
    if (!ID.matcher(id).matches()) {
      throw yaml.wrong("id", "must be lower-case words joined by '-'");
    }
    var indicator = indicator(yaml);
    var level = level(yaml, indicator);
    var match = MatchReader.read(yaml.map("match", MatchReader.KEYS), indicator);
    return new Rule(
        id,
        yaml.whole("version", 1, Integer.MAX_VALUE),
        indicator,
        level,
        weight(yaml, level),
        languages(yaml),
        wording(yaml, "says"),
        wording(yaml, "ordinary"),
        yaml.text("source"),
        wording(yaml, "caveat"),
        match,
        isLinked(match) ? noExamples(yaml) : examples(yaml),
        yaml.where());
  }

  private static Indicator indicator(YamlMap yaml) {
    var id = yaml.text("indicator");
    if (Indicator.isNeverScored(id)) {
      throw yaml.wrong("indicator", "'" + id + "' is never scored; take the rule out");
    }
    var indicator =
        Indicator.of(id)
            .orElseThrow(() -> yaml.wrong("indicator", "'" + id + "' is no known indicator"));
    var group = yaml.text("group");
    if (!group.equals(indicator.group().name())) {
      throw yaml.wrong(
          "group",
          "'%s' belongs to the evidence group %s (of %s)"
              .formatted(id, indicator.group(), List.of(Group.values())));
    }
    return indicator;
  }

  private static Level level(YamlMap yaml, Indicator indicator) {
    var id = yaml.text("level");
    var level =
        Level.of(id).orElseThrow(() -> yaml.wrong("level", "'" + id + "' is no known level"));
    if (level != indicator.level()) {
      throw yaml.wrong(
          "level", "'%s' is of level %s".formatted(indicator.id(), indicator.level().id()));
    }
    return level;
  }

  private static double weight(YamlMap yaml, Level level) {
    double weight = yaml.number("weight");
    if (!level.allows(weight)) {
      throw yaml.wrong("weight", "level %s allows %s".formatted(level.id(), level.range()));
    }
    return weight;
  }

  private static List<String> languages(YamlMap yaml) {
    var languages = yaml.texts("languages");
    for (var language : languages) {
      if (!LANGUAGE.matcher(language).matches()) {
        throw yaml.wrong("languages", "'" + language + "' is no two-letter code (ISO 639-1)");
      }
    }
    return languages;
  }

  private static Rule.Wording wording(YamlMap yaml, String key) {
    var texts = yaml.map(key, WORDING);
    return new Rule.Wording(texts.text("fr"), texts.text("en"));
  }

  private static boolean isLinked(Match match) {
    return match instanceof Match.OnFact onFact && onFact.fact().isLinked();
  }

  private static Rule.Examples noExamples(YamlMap yaml) {
    if (yaml.has("examples")) {
      throw yaml.wrong("examples", "take them out: one text alone never shows a linked fact");
    }
    return new Rule.Examples(List.of(), List.of());
  }

  private static Rule.Examples examples(YamlMap yaml) {
    var examples = yaml.map("examples", EXAMPLES);
    return new Rule.Examples(examples.texts("hit"), examples.texts("miss"));
  }
}
