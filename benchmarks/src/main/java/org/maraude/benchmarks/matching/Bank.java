package org.maraude.benchmarks.matching;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.maraude.analyzer.facts.ObservedFacts;
import org.maraude.analyzer.rules.AdReading;
import org.maraude.analyzer.rules.Rule;
import org.maraude.analyzer.rules.RuleFile;
import org.maraude.analyzer.rules.RuleSet;
import org.maraude.analyzer.text.AdWords;

/**
 * Made-up rules and ads from a seed. Half the phrases hold a common word; every rule has three
 * clauses.
 *
 * @param phrases by rule, for engines that know nothing but phrases
 */
record Bank(List<Rule> rules, Map<String, List<String>> phrases, List<String> ads) {

  private static final int RULES_A_FILE = 1000;
  private static final int WORDS_AN_AD = 100;
  private static final int WORDS_A_SENTENCE = 12;

  /**
   * @param onlyPhrases no distances and guards, so that every engine can do it
   */
  static Bank of(Vocabularies words, int rules, int ads, boolean onlyPhrases) {
    var random = new Random(20261125);
    var phrases = new LinkedHashMap<String, List<String>>();
    var files = new ArrayList<RuleFile>();
    var yaml = new StringBuilder();
    for (int number = 0; number < rules; number++) {
      var id = "rule-" + number;
      var own = new ArrayList<String>();
      for (int clause = 0; clause < 3; clause++) {
        var common = random.nextBoolean() ? words.often(random) : words.any(random);
        own.add(common + " " + words.any(random) + (clause == 2 ? " " + words.any(random) : ""));
      }
      phrases.put(id, own);
      yaml.append(rule(id, own, !onlyPhrases && number % 3 == 0, words.often(random)));
      if ((number + 1) % RULES_A_FILE == 0 || number + 1 == rules) {
        files.add(new RuleFile("part-%05d.yaml".formatted(number), yaml.toString()));
        yaml.setLength(0);
      }
    }
    files.add(
        new RuleFile(
            RuleFile.SCORING,
            """
            version: 1
            caps: {TEXT: 1, CONTACT: 1, LINK: 1, FACT: 1}
            adult: {threshold: 1.2, groups: 2}
            """));
    AdReading reading =
        (title, body) -> new AdReading.Seen(AdWords.of(title, body), ObservedFacts.NONE);
    try (var set = RuleSet.load(files, reading)) {
      return new Bank(set.rules(), phrases, ads(words, ads, phrases, random));
    }
  }

  private static String rule(String id, List<String> own, boolean full, String guard) {
    var match =
        full
            ? "any: [{phrase: \"%s\"}, {near: {terms: [\"%s\", \"%s\"], within: 4}}], none: [{phrase: \"x%s\", before: 2}, {phrase: \"%s\", before: 3}]"
                .formatted(own.get(2), own.get(0), own.get(1), guard, guard + "q")
            : "any: [{phrase: \"%s\"}, {phrase: \"%s\"}, {phrase: \"%s\"}]"
                .formatted(own.get(0), own.get(1), own.get(2));
    return """
    - {id: %s, version: 1, indicator: management, group: TEXT, level: B+, weight: 0.1,
       languages: [fr], says: {fr: a, en: a}, ordinary: {fr: a, en: a}, source: a,
       caveat: {fr: a, en: a}, examples: {hit: ["%s"], miss: [x]}, match: {%s}}
    """
        .formatted(id, own.get(2), match);
  }

  private static List<String> ads(
      Vocabularies words, int count, Map<String, List<String>> phrases, Random random) {
    var known = phrases.values().stream().flatMap(List::stream).toList();
    var ads = new ArrayList<String>();
    for (int number = 0; number < count; number++) {
      var ad = new StringBuilder();
      for (int word = 1; word <= WORDS_AN_AD; word++) {
        boolean planted = random.nextInt(WORDS_AN_AD / 2) == 0;
        ad.append(planted ? known.get(random.nextInt(known.size())) : words.often(random));
        ad.append(word % WORDS_A_SENTENCE == 0 ? ". " : " ");
      }
      ads.add(ad.toString());
    }
    return ads;
  }
}
