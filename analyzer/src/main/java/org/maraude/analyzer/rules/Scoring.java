package org.maraude.analyzer.rules;

import java.util.Map;
import org.maraude.events.assessment.Signal.Group;

/**
 * How signs add up.
 *
 * @param caps the most that each group may bring, in log-odds
 * @param adultThreshold score from which an ad is put to a person
 * @param adultGroups how many groups must speak, whatever the score; 2 at least
 */
public record Scoring(
    int version, Map<Group, Double> caps, double adultThreshold, int adultGroups) {

  public Scoring {
    caps = Map.copyOf(caps);
  }

  public double cap(Group group) {
    return caps.getOrDefault(group, 0.0);
  }
}
