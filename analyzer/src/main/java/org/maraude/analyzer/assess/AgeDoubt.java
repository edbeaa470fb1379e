package org.maraude.analyzer.assess;

import java.util.IntSummaryStatistics;
import org.maraude.events.assessment.Facts;

/**
 * Whether an ad leaves its age open enough that wording which suggests youth becomes a question for
 * the minor path: the lowest stated age is 18 exactly, or it is under 21 and another stated age
 * differs by more than a year. Two persons' ages in one ad are no doubt while both are 21 or more.
 */
final class AgeDoubt {

  private static final int JUST_ADULT = 18;
  private static final int OPEN_BELOW = 21;
  private static final int BIRTHDAY = 1;

  private AgeDoubt() {}

  static boolean in(Facts facts) {
    IntSummaryStatistics ages =
        facts.ages().stream().mapToInt(Facts.Age::value).summaryStatistics();
    if (ages.getCount() == 0) {
      return false;
    }
    return ages.getMin() <= JUST_ADULT
        || (ages.getMin() < OPEN_BELOW && ages.getMax() - ages.getMin() > BIRTHDAY);
  }
}
