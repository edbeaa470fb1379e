package org.maraude.analyzer.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.NamedMatches;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.maraude.events.assessment.Span;

/** A rule as a Lucene query whose clauses bear their names. Pure. */
final class RuleQueries {

  private RuleQueries() {}

  static String fieldName(Span.Field field) {
    return field.name().toLowerCase(Locale.ROOT);
  }

  static Query of(Match.OnWords match) {
    var query = new BooleanQuery.Builder();
    var guards = match.none();
    match.all().forEach(clause -> query.add(named(clause, guards), Occur.MUST));
    if (!match.any().isEmpty()) {
      var any = new BooleanQuery.Builder();
      match.any().forEach(clause -> any.add(named(clause, guards), Occur.SHOULD));
      query.add(any.build(), Occur.MUST);
    }
    for (var guard : guards) {
      if (guard.reach() instanceof Match.Anywhere) {
        query.add(eachField(field -> phrase(field, guard.terms())), Occur.MUST_NOT);
      }
    }
    return query.build();
  }

  private static Query named(Match.WordClause clause, List<Match.Guard> guards) {
    return NamedMatches.wrapQuery(
        clause.name(), eachField(field -> inField(field, clause, guards)));
  }

  private interface ForField {
    Query query(String field);
  }

  private static Query eachField(ForField query) {
    var either = new BooleanQuery.Builder();
    for (var field : Span.Field.values()) {
      either.add(query.query(fieldName(field)), Occur.SHOULD);
    }
    return either.build();
  }

  private static Query inField(String field, Match.WordClause clause, List<Match.Guard> guards) {
    boolean guarded = guards.stream().anyMatch(guard -> !(guard.reach() instanceof Match.Anywhere));
    if (clause instanceof Match.Phrase phrase && !guarded) {
      return phrase(field, phrase.terms());
    }
    var source = source(clause);
    for (var guard : guards) {
      source = without(source, guard);
    }
    return new IntervalQuery(field, source);
  }

  private static Query phrase(String field, List<String> terms) {
    var phrase = new PhraseQuery.Builder();
    terms.forEach(term -> phrase.add(new Term(field, term)));
    return phrase.build();
  }

  private static IntervalsSource source(Match.WordClause clause) {
    return switch (clause) {
      case Match.Phrase phrase -> source(phrase.terms());
      case Match.Near near ->
          Intervals.maxgaps(
              near.within(),
              Intervals.unordered(
                  near.phrases().stream()
                      .map(RuleQueries::source)
                      .toArray(IntervalsSource[]::new)));
    };
  }

  private static IntervalsSource source(List<String> terms) {
    var words =
        Arrays.stream(terms.toArray(String[]::new))
            .map(Intervals::term)
            .toArray(IntervalsSource[]::new);
    return words.length == 1 ? words[0] : Intervals.phrase(words);
  }

  private static IntervalsSource without(IntervalsSource hit, Match.Guard guard) {
    var words = source(guard.terms());
    return switch (guard.reach()) {
      case Match.Anywhere anywhere -> hit;
      // A guard stretched by its reach touches every hit that begins so close behind it.
      case Match.Before before ->
          Intervals.nonOverlapping(hit, Intervals.extend(words, 0, before.words()));
      case Match.Within within -> Intervals.notWithin(hit, within.words(), words);
    };
  }
}
