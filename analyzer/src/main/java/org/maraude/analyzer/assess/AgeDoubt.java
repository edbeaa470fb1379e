package org.maraude.analyzer.assess;

import java.util.List;
import java.util.Set;
import org.maraude.analyzer.facts.AgesApart;
import org.maraude.analyzer.rules.Indicator;
import org.maraude.analyzer.rules.RuleMatch;
import org.maraude.analyzer.text.AdWords;
import org.maraude.events.assessment.Assessment;
import org.maraude.events.assessment.Facts;
import org.maraude.events.assessment.Span;

/**
 * Whether an ad leaves its age open enough that wording which suggests youth becomes a question for
 * the minor path: the lowest stated age is 18 exactly, or it is under 21 and another stated age
 * differs by more than a year. Two persons' ages in one ad are no doubt while both are 21 or more.
 */
final class AgeDoubt {

  private static final int JUST_ADULT = 18;
  private static final Set<String> EIGHTEEN =
      Set.of("18", "eighteen", "huit", "dieciocho", "optsprezece");

  private AgeDoubt() {}

  static boolean in(Facts facts) {
    return facts.ages().stream().anyMatch(age -> age.value() <= JUST_ADULT)
        || AgesApart.in(facts.ages());
  }

  /** Whether the wording that suggests youth names the age itself: "just turned 18". */
  static boolean named(List<RuleMatch> matches, AdWords words) {
    return matches.stream()
        .filter(match -> match.rule().indicator() == Indicator.YOUTH_WORDING)
        .flatMap(match -> match.spans().stream())
        .anyMatch(span -> namesEighteen(span, words));
  }

  /** The same of an ad that was assessed before, from what is published of it. */
  static boolean in(Assessment ad) {
    if (in(ad.facts())) {
      return true;
    }
    var youth =
        ad.signals().stream()
            .filter(signal -> signal.id().equals(Indicator.YOUTH_WORDING.id()))
            .flatMap(signal -> signal.spans().stream())
            .toList();
    if (youth.isEmpty()) {
      return false;
    }
    var words = AdWords.of(ad.title(), ad.body());
    return youth.stream().anyMatch(span -> namesEighteen(span, words));
  }

  private static boolean namesEighteen(Span span, AdWords words) {
    return words.in(span.field()).tokens().stream()
        .filter(token -> token.start() >= span.start() && token.end() <= span.end())
        .anyMatch(token -> EIGHTEEN.contains(token.term()));
  }
}
