package org.maraude.analyzer.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.facts.FactCondition;
import org.maraude.analyzer.text.AnalyzedText;

/** Reads what a rule looks for. */
final class MatchReader {

  static final Set<String> KEYS = Set.of("any", "all", "none", "subject", "fact");

  private static final Set<String> CLAUSE = Set.of("phrase", "near");
  static final Set<String> NEAR = Set.of("terms", "within");
  static final Set<String> GUARD = Set.of("phrase", "before", "within");
  private static final int LONGEST_PHRASE = 12;
  static final int WIDEST = 12;

  private MatchReader() {}

  static Match read(YamlMap yaml, Indicator indicator) {
    if (yaml.has("fact")) {
      return onFact(yaml);
    }
    var any = clauses(yaml, "any", indicator);
    var all = clauses(yaml, "all", indicator);
    if (any.isEmpty() && all.isEmpty()) {
      throw yaml.wrong("match", "needs 'any', 'all' or 'fact'");
    }
    return new Match.OnWords(any, all, guards(yaml), subject(yaml));
  }

  private static Match onFact(YamlMap yaml) {
    for (var key : List.of("any", "all", "none", "subject")) {
      if (yaml.has(key)) {
        throw yaml.wrong(key, "cannot stand beside 'fact'; write a rule for each");
      }
    }
    var id = yaml.text("fact");
    return new Match.OnFact(
        FactCondition.of(id)
            .orElseThrow(() ->
                yaml.wrong(
                    "fact",
                    "'%s' is no known fact; known: %s"
                        .formatted(
                            id,
                            String.join(
                                ", ",
                                java.util.Arrays.stream(FactCondition.values())
                                    .map(FactCondition::id)
                                    .toList())))));
  }

  private static Match.@Nullable Subject subject(YamlMap yaml) {
    if (!yaml.has("subject")) {
      return null;
    }
    if (!yaml.text("subject").equals("advertiser")) {
      throw yaml.wrong("subject", "can only be 'advertiser'");
    }
    return Match.Subject.ADVERTISER;
  }

  private static List<Match.WordClause> clauses(YamlMap yaml, String key, Indicator indicator) {
    var clauses = new ArrayList<Match.WordClause>();
    for (var item : yaml.maps(key, CLAUSE)) {
      // The index keeps two spellings apart that fold to the same words.
      var clause = clause(item, key + "-" + (clauses.size() + 1));
      if (indicator == Indicator.YOUTH_WORDING
          && clause instanceof Match.Phrase phrase
          && phrase.terms().size() < 2) {
        throw item.wrong("phrase", "youth-wording takes phrases only, never a single word");
      }
      clauses.add(clause);
    }
    return clauses;
  }

  private static Match.WordClause clause(YamlMap yaml, String name) {
    if (yaml.has("phrase") == yaml.has("near")) {
      throw yaml.wrong("phrase", "a clause is either a 'phrase' or a 'near'");
    }
    if (yaml.has("phrase")) {
      return new Match.Phrase(name, terms(yaml, "phrase", yaml.text("phrase")));
    }
    var near = yaml.map("near", NEAR);
    var phrases = near.texts("terms").stream().map(phrase -> terms(near, "terms", phrase)).toList();
    if (phrases.size() < 2) {
      throw near.wrong("terms", "needs at least two");
    }
    if (phrases.stream().distinct().count() < phrases.size()) {
      throw near.wrong("terms", "holds one phrase twice; write it once");
    }
    return new Match.Near(name, phrases, near.whole("within", 0, WIDEST));
  }

  private static List<Match.Guard> guards(YamlMap yaml) {
    return yaml.maps("none", GUARD).stream()
        .map(item -> new Match.Guard(terms(item, "phrase", item.text("phrase")), reach(item)))
        .toList();
  }

  private static Match.Reach reach(YamlMap yaml) {
    if (yaml.has("before") && yaml.has("within")) {
      throw yaml.wrong("within", "a guard has either 'before' or 'within'");
    }
    if (yaml.has("before")) {
      return new Match.Before(yaml.whole("before", 1, WIDEST));
    }
    return yaml.has("within")
        ? new Match.Within(yaml.whole("within", 1, WIDEST))
        : new Match.Anywhere();
  }

  private static List<String> terms(YamlMap yaml, String key, String phrase) {
    var terms = AnalyzedText.terms(phrase);
    if (terms.isEmpty() || terms.size() > LONGEST_PHRASE) {
      throw yaml.wrong(key, "'%s' must have 1 to %d words".formatted(phrase, LONGEST_PHRASE));
    }
    return terms;
  }
}
