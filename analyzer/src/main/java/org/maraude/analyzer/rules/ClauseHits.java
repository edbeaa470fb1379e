package org.maraude.analyzer.rules;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.monitor.CandidateMatcher;
import org.apache.lucene.monitor.MatcherFactory;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.NamedMatches;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.maraude.events.assessment.Span;

/** A query that matched, with the named clauses that did and their places. */
final class ClauseHits extends QueryMatch {

  static final MatcherFactory<ClauseHits> MATCHER = Matcher::new;

  private final List<RuleMatch.Hit> hits;

  private ClauseHits(String rule, List<RuleMatch.Hit> hits) {
    super(rule);
    this.hits = List.copyOf(hits);
  }

  List<RuleMatch.Hit> hits() {
    return hits;
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other) && other instanceof ClauseHits same && hits.equals(same.hits);
  }

  @Override
  public int hashCode() {
    return 31 * super.hashCode() + hits.hashCode();
  }

  private static final class Matcher extends CandidateMatcher<ClauseHits> {

    Matcher(IndexSearcher searcher) {
      super(searcher);
    }

    @Override
    public void matchQuery(String id, Query query, Map<String, String> metadata)
        throws IOException {
      var weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
      for (var leaf : searcher.getIndexReader().leaves()) {
        var matches = weight.matches(leaf, 0);
        if (matches != null) {
          addMatch(new ClauseHits(id, hits(NamedMatches.findNamedMatches(matches))), 0);
        }
      }
    }

    private static List<RuleMatch.Hit> hits(List<NamedMatches> clauses) throws IOException {
      var hits = new ArrayList<RuleMatch.Hit>();
      for (var clause : clauses) {
        for (var field : Span.Field.values()) {
          var places = clause.getMatches(RuleQueries.fieldName(field));
          while (places != null && places.next()) {
            var span = new Span(field, places.startOffset(), places.endOffset());
            hits.add(new RuleMatch.Hit(clause.getName(), span));
          }
        }
      }
      return hits;
    }

    @Override
    public ClauseHits resolve(ClauseHits one, ClauseHits other) {
      var both = new ArrayList<>(one.hits);
      both.addAll(other.hits);
      return new ClauseHits(one.getQueryId(), both);
    }
  }
}
