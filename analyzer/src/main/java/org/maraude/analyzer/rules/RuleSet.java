package org.maraude.analyzer.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.maraude.analyzer.facts.FactCondition;
import org.maraude.analyzer.facts.ObservedFacts;
import org.maraude.analyzer.text.AdWords;
import org.maraude.events.assessment.Span;

/**
 * All rules in use, with how they add up, ready to match. Never changes; another set is another
 * object. Thread safe until closed.
 *
 * <pre>{@code
 * try (RuleSet rules = RuleSet.load(RuleFiles.builtIn(), reading)) {
 *   rules.matches(words, facts);
 * }
 * }</pre>
 */
public final class RuleSet implements AutoCloseable {

  private static final int STAMP_BYTES = 8;

  private final String stamp;
  private final List<RuleFile> files;
  private final List<Rule> rules;
  private final Scoring scoring;
  private final RuleMatcher matcher;

  private RuleSet(
      List<RuleFile> files,
      List<Rule> rules,
      Scoring scoring,
      Function<List<Rule>, RuleMatcher> matching) {
    this.stamp = stamp(files);
    this.files = files;
    this.rules = rules;
    this.scoring = scoring;
    this.matcher = matching.apply(rules);
  }

  /**
   * Reads the files and tries every rule on its own examples.
   *
   * @param files rule files and one {@code scoring.yaml}, each name once
   * @throws RuleSetException when anything in them is wrong: nothing of the set may be used
   */
  public static RuleSet load(List<RuleFile> files, AdReading reading) {
    return load(files, reading, CompiledRuleMatcher::new);
  }

  /** The same with another matcher. */
  public static RuleSet load(
      List<RuleFile> files, AdReading reading, Function<List<Rule>, RuleMatcher> matching) {
    var sorted = files.stream().sorted(Comparator.comparing(RuleFile::name)).toList();
    var rules = new ArrayList<Rule>();
    Scoring scoring = null;
    for (var file : sorted) {
      if (file.isScoring()) {
        scoring = ScoringReader.read(file);
      } else {
        rules.addAll(RuleReader.readAll(file));
      }
    }
    if (scoring == null) {
      throw new RuleSetException(
          new Rule.Where(RuleFile.SCORING, 1), "the file is missing from the set");
    }
    refuseTwice(rules);
    var set = new RuleSet(sorted, List.copyOf(rules), scoring, matching);
    try {
      rules.forEach(rule -> set.tryExamples(rule, reading));
    } catch (RuleSetException e) {
      set.close();
      throw e;
    }
    return set;
  }

  private static void refuseTwice(List<Rule> rules) {
    Map<String, Rule> seen = new HashMap<>();
    for (var rule : rules) {
      var earlier = seen.put(rule.id(), rule);
      if (earlier != null) {
        throw new RuleSetException(
            rule.where(), "id: '%s' stands in %s already".formatted(rule.id(), earlier.where()));
      }
    }
  }

  private void tryExamples(Rule rule, AdReading reading) {
    for (var text : rule.examples().hit()) {
      if (!fires(rule, text, reading)) {
        throw new RuleSetException(
            rule.where(), "examples: rule '%s' must hit \"%s\"".formatted(rule.id(), text));
      }
    }
    for (var text : rule.examples().miss()) {
      if (fires(rule, text, reading)) {
        throw new RuleSetException(
            rule.where(), "examples: rule '%s' must not hit \"%s\"".formatted(rule.id(), text));
      }
    }
  }

  private boolean fires(Rule rule, String text, AdReading reading) {
    var seen = reading.read("", text);
    return matches(seen.words(), seen.facts()).stream()
        .anyMatch(match -> match.rule().id().equals(rule.id()));
  }

  /** The rules that fire, on words and on facts, by id. */
  public List<RuleMatch> matches(AdWords words, ObservedFacts facts) {
    return matches(words, facts, RuleMatcher.NOBODY);
  }

  /**
   * The same.
   *
   * @param candidates hears how many rules on words were looked at
   */
  public List<RuleMatch> matches(AdWords words, ObservedFacts facts, IntConsumer candidates) {
    var matches = new ArrayList<>(matcher.match(words, candidates));
    for (var rule : rules) {
      if (rule.match() instanceof Match.OnFact onFact) {
        var spans = facts.holding().get(onFact.fact());
        if (spans != null) {
          matches.add(new RuleMatch(rule, spans.stream().map(RuleSet::factHit).toList()));
        }
      }
    }
    matches.sort(Comparator.comparing(match -> match.rule().id()));
    return List.copyOf(matches);
  }

  /** The rules on facts that only several ads show, by id. */
  public List<RuleMatch> linkMatches(Set<FactCondition> linked) {
    return rules.stream()
        .filter(rule ->
            rule.match() instanceof Match.OnFact onFact
                && onFact.fact().isLinked()
                && linked.contains(onFact.fact()))
        .sorted(Comparator.comparing(Rule::id))
        .map(rule -> new RuleMatch(rule, List.of()))
        .toList();
  }

  private static RuleMatch.Hit factHit(Span span) {
    return new RuleMatch.Hit("fact", span);
  }

  /** A hash of every file, 16 hexadecimal digits; stands on each assessment. */
  public String stamp() {
    return stamp;
  }

  public List<RuleFile> files() {
    return files;
  }

  public List<Rule> rules() {
    return rules;
  }

  public Scoring scoring() {
    return scoring;
  }

  /** How often each rule failed on an ad. */
  public Map<String, Long> errors() {
    return matcher.errors();
  }

  @Override
  public void close() {
    matcher.close();
  }

  private static String stamp(List<RuleFile> files) {
    try {
      var hash = MessageDigest.getInstance("SHA-256");
      for (var file : files) {
        hash.update((file.name() + '\0' + file.yaml() + '\0').getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(hash.digest(), 0, STAMP_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java lacks SHA-256", e);
    }
  }
}
