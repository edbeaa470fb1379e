package org.maraude.analyzer.facts;

import java.util.List;
import org.maraude.events.assessment.Facts;

/**
 * Whether the ages that one ad states lie apart: by more than a birthday, while the lower is under
 * 21. Two persons of 24 and 31 in one ad are none.
 */
public final class AgesApart {

  private static final int OPEN_BELOW = 21;
  private static final int BIRTHDAY = 1;

  private AgesApart() {}

  public static boolean in(List<Facts.Age> ages) {
    var values = ages.stream().mapToInt(Facts.Age::value).summaryStatistics();
    return values.getCount() > 1 && between(values.getMin(), values.getMax());
  }

  /** The same for the lowest and the highest of several ages. */
  public static boolean between(int lowest, int highest) {
    return lowest < OPEN_BELOW && highest - lowest > BIRTHDAY;
  }
}
