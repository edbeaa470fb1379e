package org.maraude.analyzer.links.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.maraude.analyzer.facts.AgesApart;

/**
 * Ads that show one contact or text without a rest of over 90 days, and what they show together.
 * Immutable.
 *
 * @param common whether more ads show it than are kept; the figures are then lower bounds
 */
public record Life(List<Sighting> sightings, boolean common) {

  private static final int DAYS_A_YEAR = 365;
  private static final int SEVERAL = 3;

  public int ads() {
    return sightings.size();
  }

  public int aliases() {
    Set<Long> aliases = new HashSet<>();
    sightings.forEach(sighting -> aliases.addAll(sighting.aliases()));
    return aliases.size();
  }

  public int contacts() {
    Set<String> contacts = new HashSet<>();
    sightings.forEach(sighting -> contacts.addAll(sighting.contacts()));
    return contacts.size();
  }

  public int departements() {
    Set<String> places = new HashSet<>();
    sightings.forEach(sighting -> places.add(sighting.departement()));
    places.remove("");
    return places.size();
  }

  public boolean any(Predicate<Sighting> condition) {
    return sightings.stream().anyMatch(condition);
  }

  /** The most departments in which new ads began within a time. */
  public int departementsWithin(Duration time) {
    Map<String, Integer> inside = new HashMap<>();
    int most = 0;
    int oldest = 0;
    for (var sighting : sightings) {
      for (; sightings.get(oldest).first().at().isBefore(since(sighting, time)); oldest++) {
        inside.computeIfPresent(
            sightings.get(oldest).departement(), (place, ads) -> ads == 1 ? null : ads - 1);
      }
      if (!sighting.departement().isEmpty()) {
        inside.merge(sighting.departement(), 1, Integer::sum);
      }
      most = Math.max(most, inside.size());
    }
    return most;
  }

  /** The most new ads within a time. */
  public int adsWithin(Duration time) {
    int most = 0;
    int oldest = 0;
    for (int i = 0; i < sightings.size(); i++) {
      while (sightings.get(oldest).first().at().isBefore(since(sightings.get(i), time))) {
        oldest++;
      }
      most = Math.max(most, i - oldest + 1);
    }
    return most;
  }

  private static Instant since(Sighting sighting, Duration time) {
    return sighting.first().at().minus(time);
  }

  /**
   * Whether somebody's stated ages lie apart; see {@link AgesApart}. Two names are two persons: the
   * ages of different names count together only from three names on. A birthday a year is none.
   */
  public boolean agesApart() {
    if (aliases() >= SEVERAL && apart(sightings)) {
      return true;
    }
    var byName = new HashMap<List<Long>, List<Sighting>>();
    sightings.forEach(sighting ->
        byName
            .computeIfAbsent(sighting.aliases(), name -> new java.util.ArrayList<>())
            .add(sighting));
    return byName.values().stream().anyMatch(Life::apart);
  }

  private static boolean apart(List<Sighting> sightings) {
    var ages =
        sightings.stream().mapToInt(Sighting::lowestAge).filter(age -> age > 0).summaryStatistics();
    if (ages.getCount() < 2) {
      return false;
    }
    var days = Duration.between(sightings.getFirst().first().at(), latest(sightings)).toDays();
    return AgesApart.between(ages.getMin(), ages.getMax() - (int) (days / DAYS_A_YEAR));
  }

  private static Instant latest(List<Sighting> sightings) {
    return sightings.stream().map(Sighting::last).max(Instant::compareTo).orElseThrow();
  }
}
