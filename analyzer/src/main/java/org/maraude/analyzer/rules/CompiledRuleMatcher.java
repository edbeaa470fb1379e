package org.maraude.analyzer.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.maraude.analyzer.text.AdWords;
import org.maraude.events.assessment.Span;

/**
 * Matches on numbers: the words of the rules are numbered once, an ad becomes one sorted array of
 * its known words, and only clauses whose rarest two neighbours (or word) stand in the ad are
 * looked at. The cost follows these candidates, not the number of rules. Finds what {@link
 * MonitorRuleMatcher} finds, to the letter. Immutable but for the errors it counts; thread safe.
 */
public final class CompiledRuleMatcher implements RuleMatcher {

  /** How a clause is looked for; tests hand in one that fails. */
  interface Search {
    Places find(CompiledRule.Clause clause, AdPostings ad);
  }

  private final Vocabulary vocabulary;
  private final List<CompiledRule> rules;
  private final Anchors anchors;
  private final boolean everyRule;
  private final Search search;
  private final RuleErrors errors = new RuleErrors();

  /** Takes the rules on words; rules on facts are none of a matcher's concern. */
  public CompiledRuleMatcher(List<Rule> rules) {
    this(rules, false, CompiledRule.Clause::find);
  }

  CompiledRuleMatcher(List<Rule> rules, boolean everyRule, Search search) {
    this.everyRule = everyRule;
    this.search = search;
    this.vocabulary = new Vocabulary(rules);
    var compiled = new ArrayList<CompiledRule>();
    var byId = rules.stream().sorted(Comparator.comparing(Rule::id)).toList();
    for (var rule : byId) {
      if (rule.match() instanceof Match.OnWords match) {
        compiled.add(CompiledRule.of(compiled.size(), rule, match, vocabulary));
      }
    }
    this.rules = List.copyOf(compiled);
    this.anchors = new Anchors(this.rules, vocabulary.size());
  }

  /** One that tries every rule on every ad: to measure what the anchors save. */
  public static CompiledRuleMatcher tryingEveryRule(List<Rule> rules) {
    return new CompiledRuleMatcher(rules, true, CompiledRule.Clause::find);
  }

  @Override
  public List<RuleMatch> match(AdWords words, IntConsumer candidates) {
    var ad = new ArrayList<AdPostings>(2);
    for (var field : Span.Field.values()) {
      ad.add(AdPostings.of(field, vocabulary.readingsOf(words.in(field)), vocabulary));
    }
    var hits = new TreeMap<Integer, List<RuleMatch.Hit>>();
    var lookedAt = candidates == NOBODY ? null : new BitSet(rules.size());
    for (var field : ad) {
      if (everyRule) {
        rules.forEach(rule -> rule.clauses().forEach(clause -> look(clause, field, hits)));
      } else {
        anchors.candidates(
            field,
            clause -> {
              if (lookedAt != null) {
                lookedAt.set(clause.rule());
              }
              look(clause, field, hits);
            });
      }
    }
    if (lookedAt != null) {
      candidates.accept(everyRule ? rules.size() : lookedAt.cardinality());
    }
    var matches = new ArrayList<RuleMatch>();
    hits.forEach(
        (index, found) -> verdict(rules.get(index), found, ad, words).ifPresent(matches::add));
    return List.copyOf(matches);
  }

  private Optional<RuleMatch> verdict(
      CompiledRule rule, List<RuleMatch.Hit> found, List<AdPostings> ad, AdWords words) {
    if (found.contains(FAILED)) {
      return Optional.empty();
    }
    try {
      return rule.isForbidden(ad)
          ? Optional.empty()
          : Verdict.of(rule.rule(), rule.match(), found, words);
    } catch (RuntimeException e) {
      errors.count(rule.rule().id(), e);
      return Optional.empty();
    }
  }

  private static final RuleMatch.Hit FAILED =
      new RuleMatch.Hit("", new Span(Span.Field.TITLE, 0, 0));

  private void look(
      CompiledRule.Clause clause, AdPostings field, Map<Integer, List<RuleMatch.Hit>> hits) {
    var rule = rules.get(clause.rule());
    try {
      var found = search.find(clause, field);
      if (found.size() == 0) {
        return;
      }
      found = rule.unguarded(found, field);
      for (int place = 0; place < found.size(); place++) {
        var span = field.span(found.firstPosting(place), found.lastPosting(place));
        of(clause, hits).add(new RuleMatch.Hit(clause.name(), span));
      }
    } catch (RuntimeException e) {
      var found = of(clause, hits);
      // Once an ad, however many of its clauses fail.
      if (!found.contains(FAILED)) {
        errors.count(rule.rule().id(), e);
        found.add(FAILED);
      }
    }
  }

  private static List<RuleMatch.Hit> of(
      CompiledRule.Clause clause, Map<Integer, List<RuleMatch.Hit>> hits) {
    return hits.computeIfAbsent(clause.rule(), rule -> new ArrayList<>());
  }

  /** How many clauses an ad makes this matcher look at. */
  public int candidates(AdWords words) {
    int[] candidates = new int[1];
    for (var field : Span.Field.values()) {
      var ad = AdPostings.of(field, vocabulary.readingsOf(words.in(field)), vocabulary);
      anchors.candidates(ad, clause -> candidates[0]++);
    }
    return candidates[0];
  }

  @Override
  public Map<String, Long> errors() {
    return errors.counts();
  }

  @Override
  public void close() {
    // It holds nothing but memory.
  }
}
