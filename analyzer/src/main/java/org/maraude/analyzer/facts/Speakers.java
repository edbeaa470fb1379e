package org.maraude.analyzer.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.maraude.analyzer.text.AdWords;
import org.maraude.analyzer.text.AnalyzedText;
import org.maraude.events.assessment.Span;

/**
 * Who speaks in an ad: somebody of herself, or others of her.
 *
 * @param oneself how often the first person singular stands
 * @param others where the third person or the plural stands
 */
record Speakers(int oneself, List<Span> others) {

  private static final int ENOUGH = 2;
  private static final Set<String> ONESELF =
      Set.of(
          "je", "moi", "me", "mon", "ma", "mes", "j", "jai", "jsuis", "chuis", "suis", "i", "i'm",
          "im", "i've", "ive", "i'll", "my", "mine", "myself", "soy", "tengo", "estoy", "sunt");
  private static final Set<String> OTHERS =
      Set.of("elle", "elles", "nous", "notre", "nos", "she", "she's", "her", "we", "we're", "our");

  static Speakers of(AdWords words) {
    var others = new ArrayList<Span>();
    int oneself = 0;
    for (var field : Span.Field.values()) {
      oneself += count(words.in(field), field, others);
    }
    return new Speakers(oneself, List.copyOf(others));
  }

  private static int count(AnalyzedText text, Span.Field field, List<Span> others) {
    int oneself = 0;
    for (var token : text.tokens()) {
      var term = token.term();
      if (ONESELF.contains(term) || term.startsWith("j'") || term.startsWith("m'")) {
        oneself++;
      } else if (OTHERS.contains(term)) {
        others.add(new Span(field, token.start(), token.end()));
      }
    }
    return oneself;
  }

  boolean areOthers() {
    return oneself == 0 && others.size() >= ENOUGH;
  }
}
