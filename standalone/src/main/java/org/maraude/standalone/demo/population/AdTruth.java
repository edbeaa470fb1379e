package org.maraude.standalone.demo.population;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.maraude.events.assessment.Queue;

/**
 * What an invented ad was made to be, for tests and measurements.
 *
 * @param kind the advertiser's
 * @param indicators shown by the ad itself; signs that only a group shows are not counted here
 * @param limits whether it states protective limits
 * @param ageTrap whether it names a number that is not an age, or a disclaimer, that a careless
 *     reader takes for an age under 18
 * @param expected the queue a careful reader would put it in
 */
public record AdTruth(
    Kind kind, Set<Indicator> indicators, boolean limits, boolean ageTrap, Queue expected) {

  public AdTruth {
    EnumSet<Indicator> ordered = EnumSet.noneOf(Indicator.class);
    ordered.addAll(indicators);
    indicators = Collections.unmodifiableSet(ordered);
  }
}
