package org.maraude.analyzer.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.Presearcher;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.search.IndexSearcher;
import org.maraude.analyzer.text.AdWords;
import org.maraude.events.assessment.Span;

/**
 * Matches with Lucene's Monitor: the rules are the index, the ad is the query. One ad a call,
 * because a batch with highlights is far slower. Slower than {@link CompiledRuleMatcher} and the
 * reference for what it must find. Thread safe.
 */
public final class MonitorRuleMatcher implements RuleMatcher {

  private static final FieldType WORDS = words();

  static {
    // A cache of results across ads only costs: each ad is an index of its own.
    IndexSearcher.setDefaultQueryCache(null);
  }

  private final Monitor monitor;
  private final Map<String, Rule> rules = new TreeMap<>();
  private final Vocabulary vocabulary;
  private final RuleErrors errors = new RuleErrors();

  /** Takes the rules on words; rules on facts are none of a matcher's concern. */
  public MonitorRuleMatcher(List<Rule> rules) {
    this(rules, new TermFilteredPresearcher());
  }

  /** The same without the search for candidates before: for measuring what that search spares. */
  public static MonitorRuleMatcher tryingEveryRule(List<Rule> rules) {
    return new MonitorRuleMatcher(rules, Presearcher.NO_FILTERING);
  }

  private MonitorRuleMatcher(List<Rule> rules, Presearcher presearcher) {
    vocabulary = new Vocabulary(rules);
    try {
      monitor = new Monitor(new KeywordAnalyzer(), presearcher);
      var queries = new ArrayList<MonitorQuery>();
      for (var rule : rules) {
        if (rule.match() instanceof Match.OnWords match) {
          this.rules.put(rule.id(), rule);
          queries.add(new MonitorQuery(rule.id(), RuleQueries.of(match)));
        }
      }
      monitor.register(queries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<RuleMatch> match(AdWords words, IntConsumer candidates) {
    try {
      var matching = monitor.match(document(words), ClauseHits.MATCHER);
      candidates.accept(matching.getQueriesRun());
      matching.getErrors().forEach(errors::count);
      var matches = new ArrayList<RuleMatch>();
      for (var found : matching.getMatches()) {
        var rule = rules.get(found.getQueryId());
        if (rule != null && rule.match() instanceof Match.OnWords match) {
          Verdict.of(rule, match, found.hits(), words).ifPresent(matches::add);
        }
      }
      matches.sort(Comparator.comparing(match -> match.rule().id()));
      return List.copyOf(matches);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Document document(AdWords words) {
    var document = new Document();
    for (var field : Span.Field.values()) {
      var stream = new WordsStream(vocabulary.readingsOf(words.in(field)));
      document.add(new Field(RuleQueries.fieldName(field), stream, WORDS));
    }
    return document;
  }

  private static FieldType words() {
    var type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    type.freeze();
    return type;
  }

  @Override
  public Map<String, Long> errors() {
    return errors.counts();
  }

  @Override
  public void close() {
    try {
      monitor.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
