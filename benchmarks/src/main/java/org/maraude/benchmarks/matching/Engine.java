package org.maraude.benchmarks.matching;

import java.util.HashSet;
import java.util.Set;
import org.maraude.analyzer.rules.RuleMatcher;
import org.maraude.analyzer.text.AdWords;

/** One way to find rules in an ad, from its text to the places. */
interface Engine extends AutoCloseable {

  /** One place; {@code start} and {@code end} in UTF-16 units. */
  record Place(String rule, int start, int end) {}

  Set<Place> match(String ad);

  @Override
  default void close() {}

  /** A matcher of the program, tokenising included. */
  static Engine of(RuleMatcher matcher) {
    return new Engine() {
      @Override
      public Set<Place> match(String ad) {
        var places = new HashSet<Place>();
        for (var match : matcher.match(AdWords.of("", ad))) {
          for (var span : match.spans()) {
            places.add(new Place(match.rule().id(), span.start(), span.end()));
          }
        }
        return places;
      }

      @Override
      public void close() {
        matcher.close();
      }
    };
  }

  /** Tokenising alone: what every matcher of the program pays before it begins. */
  static Engine wordsOnly() {
    return ad ->
        AdWords.of("", ad).body().tokens().isEmpty() ? Set.of(new Place("", 0, 0)) : Set.of();
  }
}
