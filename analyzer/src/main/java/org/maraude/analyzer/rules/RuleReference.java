package org.maraude.analyzer.rules;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes {@code docs/rules.md} from the rules themselves. Pure: the same rules, the same text. */
final class RuleReference {

  private static final String HEAD =
      """
      # The rules

      This file is made from the rule files; change those, then renew it with

          %s

      A sign is no verdict. Every rule has an ordinary explanation, and most ads that a rule fires on \
      have it. How signs add up stands in `scoring.yaml`, how a rule is written in the manual of the \
      package `analyzer.rules`; `docs/rules.schema.json` checks a file while you type.

      Levels of evidence and the weights they allow, in log-odds:

      """;

  private RuleReference() {}

  /**
   * @param renew the command that writes the file again
   */
  static String of(List<Rule> rules, String renew) {
    var text = new StringBuilder(HEAD.formatted(renew));
    text.append("| level | weight |\n|---|---|\n");
    for (var level : Level.values()) {
      text.append("| %s | %s |\n".formatted(level.id(), level.range()));
    }
    for (var indicator : Indicator.values()) {
      var own =
          rules.stream()
              .filter(rule -> rule.indicator() == indicator)
              .sorted(Comparator.comparing(Rule::id))
              .toList();
      text.append(section(indicator, own));
    }
    return text.toString();
  }

  private static String section(Indicator indicator, List<Rule> rules) {
    var head =
        "\n## %s\n\nGroup %s, level %s.\n"
            .formatted(indicator.id(), indicator.group(), indicator.level().id());
    return rules.isEmpty()
        ? head + "\nNo rule on one ad: this sign shows only over several.\n"
        : head + rules.stream().map(RuleReference::rule).collect(Collectors.joining());
  }

  private static String rule(Rule rule) {
    return """

    ### %s

    Version %d, weight %s, written in: %s. Source: %s.

    | | English | français |
    |---|---|---|
    | says | %s | %s |
    | ordinary explanation | %s | %s |
    | caveat | %s | %s |

    %s%s\
    """
        .formatted(
            rule.id(),
            rule.version(),
            String.format(Locale.ROOT, "%.2f", rule.weight()),
            String.join(", ", rule.languages()),
            rule.source(),
            cell(rule.says().en()),
            cell(rule.says().fr()),
            cell(rule.ordinary().en()),
            cell(rule.ordinary().fr()),
            cell(rule.caveat().en()),
            cell(rule.caveat().fr()),
            match(rule.match()),
            examples(rule.examples()));
  }

  private static String examples(Rule.Examples examples) {
    return examples.hit().isEmpty()
        ? "Shows over several ads only, so there is no example text.\n"
        : "\nFires on:\n\n%s\nDoes not fire on:\n\n%s"
            .formatted(quoted(examples.hit()), quoted(examples.miss()));
  }

  private static String match(Match match) {
    return switch (match) {
      case Match.OnFact onFact -> "Looks at the fact `" + onFact.fact().id() + "`.\n";
      case Match.OnWords words -> words(words);
    };
  }

  private static String words(Match.OnWords words) {
    var text = new StringBuilder();
    if (!words.all().isEmpty()) {
      text.append("Needs all of: ").append(clauses(words.all())).append(".\n");
    }
    if (!words.any().isEmpty()) {
      text.append("Looks for: ").append(clauses(words.any())).append(".\n");
    }
    if (!words.none().isEmpty()) {
      text.append(
          words.none().stream()
              .map(guard -> code(guard.terms()) + reach(guard.reach()))
              .collect(Collectors.joining("; ", "Taken back by: ", ".\n")));
    }
    if (words.subject() != null) {
      text.append("Not where a clause speaks to or of the client.\n");
    }
    return text.toString();
  }

  private static String clauses(List<Match.WordClause> clauses) {
    return clauses.stream()
        .map(clause ->
            switch (clause) {
              case Match.Phrase phrase -> code(phrase.terms());
              case Match.Near near ->
                  near.phrases().stream()
                          .map(RuleReference::code)
                          .collect(Collectors.joining(" and "))
                      + " with at most %d words between".formatted(near.within());
            })
        .collect(Collectors.joining("; "));
  }

  private static String reach(Match.Reach reach) {
    return switch (reach) {
      case Match.Anywhere anywhere -> " anywhere";
      case Match.Before before -> " up to %d words before".formatted(before.words());
      case Match.Within within -> " fewer than %d words away".formatted(within.words());
    };
  }

  private static String code(List<String> terms) {
    return "`" + String.join(" ", terms) + "`";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }

  private static String quoted(List<String> examples) {
    return examples.stream()
        .flatMap(example -> Arrays.stream(example.split("\n", 2)).limit(1))
        .map(example -> "- " + example + "\n")
        .collect(Collectors.joining());
  }
}
