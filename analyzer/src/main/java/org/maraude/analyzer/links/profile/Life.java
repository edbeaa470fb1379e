package org.maraude.analyzer.links.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.facts.AgesApart;

/**
 * Ads that show one contact or text without a rest of over 90 days, and what they show together.
 * Immutable.
 */
public final class Life {

  private static final int DAYS_A_YEAR = 365;
  private static final int SEVERAL = 3;
  private static final Duration WEEK = Duration.ofDays(7);

  private final List<Sighting> sightings;
  private final boolean common;

  /** Found when first asked for: each ad of a life asks for the same. */
  private @Nullable Figures figures;

  private record Figures(
      int aliases,
      int contacts,
      int departements,
      int departementsInAWeek,
      int adsInAWeek,
      boolean agesApart,
      boolean offersWorkToo) {}

  /**
   * @param sightings by first reading, at least one
   * @param common whether more ads show it than are kept; the figures are then lower bounds
   */
  public Life(List<Sighting> sightings, boolean common) {
    this.sightings = sightings;
    this.common = common;
  }

  public List<Sighting> sightings() {
    return sightings;
  }

  public boolean common() {
    return common;
  }

  public int ads() {
    return sightings.size();
  }

  public int aliases() {
    return figures().aliases();
  }

  public int contacts() {
    return figures().contacts();
  }

  public int departements() {
    return figures().departements();
  }

  /** The most departments in which new ads began within seven days. */
  public int departementsInAWeek() {
    return figures().departementsInAWeek();
  }

  /** The most new ads within seven days. */
  public int adsInAWeek() {
    return figures().adsInAWeek();
  }

  /** Whether some of the ads are job offers and some are not. */
  public boolean offersWorkToo() {
    return figures().offersWorkToo();
  }

  /**
   * Whether somebody's stated ages lie apart; see {@link AgesApart}. Two names are two persons: the
   * ages of different names count together only from three names on. A birthday a year is none.
   */
  public boolean agesApart() {
    return figures().agesApart();
  }

  private Figures figures() {
    var known = figures;
    if (known == null) {
      known = find();
      figures = known;
    }
    return known;
  }

  private Figures find() {
    Set<Long> aliases = new HashSet<>();
    Set<String> contacts = new HashSet<>();
    Set<String> places = new HashSet<>();
    int offers = 0;
    for (var sighting : sightings) {
      aliases.addAll(sighting.aliases());
      contacts.addAll(sighting.contacts());
      places.add(sighting.departement());
      offers += sighting.offersWork() ? 1 : 0;
    }
    places.remove("");
    return new Figures(
        aliases.size(),
        contacts.size(),
        places.size(),
        departementsWithin(WEEK),
        adsWithin(WEEK),
        agesApart(aliases.size()),
        offers > 0 && offers < sightings.size());
  }

  private int departementsWithin(Duration time) {
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

  private int adsWithin(Duration time) {
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

  private boolean agesApart(int aliases) {
    if (sightings.stream().noneMatch(sighting -> sighting.lowestAge() > 0)) {
      return false;
    }
    if (aliases >= SEVERAL && apart(sightings)) {
      return true;
    }
    var byName = new HashMap<List<Long>, List<Sighting>>();
    sightings.forEach(sighting ->
        byName.computeIfAbsent(sighting.aliases(), name -> new ArrayList<>()).add(sighting));
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
