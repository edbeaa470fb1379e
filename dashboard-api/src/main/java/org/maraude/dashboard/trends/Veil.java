package org.maraude.dashboard.trends;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.maraude.dashboard.trends.Cell.Hidden;
import org.maraude.places.Departement;
import org.maraude.places.Departements;

/**
 * Which cells of a table are hidden so that nothing else that can be asked for gives a small count
 * away by subtraction: neither the total of the period, nor the region of a department, nor the
 * week of a day. What is hidden together is at least two counts and at least {@link
 * Suppression#SMALLEST} in all. It does not depend on the days asked for, as long as weeks are
 * whole.
 */
final class Veil {

  private static final String NOWHERE = "?";

  private final Map<LocalDate, Map<String, Long>> counts;
  private final Map<LocalDate, Map<String, Hidden>> hidden = new HashMap<>();

  private Veil(Map<LocalDate, Map<String, Long>> counts) {
    this.counts = counts;
  }

  /**
   * Which cells are hidden, by period and group; the others are not in it.
   *
   * @param tables the counts by period and group of any step and split, over the same whole weeks
   */
  static Map<LocalDate, Map<String, Hidden>> over(
      Step step, Split split, BiFunction<Step, Split, Map<LocalDate, Map<String, Long>>> tables) {
    return Objects.requireNonNull(joint(step, split, tables).get(split)).hidden;
  }

  /** Regions and departments depend on each other: they are hidden together. */
  private static Map<Split, Veil> joint(
      Step step, Split split, BiFunction<Step, Split, Map<LocalDate, Map<String, Long>>> tables) {
    var splits =
        split == Split.REGION || split == Split.DEPARTEMENT
            ? List.of(Split.REGION, Split.DEPARTEMENT)
            : List.of(split);
    Map<Split, Veil> weeks = step == Step.DAY ? joint(Step.WEEK, split, tables) : Map.of();
    var veils = new EnumMap<Split, Veil>(Split.class);
    for (Split each : splits) {
      var veil = new Veil(tables.apply(step, each));
      veil.hideSmall();
      veils.put(each, veil);
    }
    boolean more = true;
    while (more) {
      more = false;
      for (Split each : splits) {
        var veil = Objects.requireNonNull(veils.get(each));
        for (var period : veil.counts.keySet()) {
          more |=
              each == Split.DEPARTEMENT
                  ? veil.hideWithinRegions(period, Objects.requireNonNull(veils.get(Split.REGION)))
                  : veil.hideEnough(cells(period, veil.groups(period)), false);
        }
        var ofWeeks = weeks.get(each);
        if (ofWeeks != null) {
          more |= veil.hideWithinWeeks(ofWeeks.hidden);
        }
      }
    }
    return veils;
  }

  private record Place(LocalDate period, String group) {}

  private void hideSmall() {
    counts.forEach((period, groups) ->
        groups.forEach((group, count) -> {
          if (count > 0 && count < Suppression.SMALLEST) {
            hide(new Place(period, group), Hidden.SMALL);
          }
        }));
  }

  private void hide(Place place, Hidden why) {
    hidden.computeIfAbsent(place.period(), p -> new HashMap<>()).put(place.group(), why);
  }

  private boolean isHidden(Place place) {
    return hidden.getOrDefault(place.period(), Map.of()).containsKey(place.group());
  }

  private long count(Place place) {
    return counts.getOrDefault(place.period(), Map.of()).getOrDefault(place.group(), 0L);
  }

  private Set<String> groups(LocalDate period) {
    return counts.getOrDefault(period, Map.of()).keySet();
  }

  private static List<Place> cells(LocalDate period, Collection<String> groups) {
    return groups.stream().map(group -> new Place(period, group)).toList();
  }

  /** The hidden regions have a known sum together: what is shown is taken from the total. */
  private boolean hideWithinRegions(LocalDate period, Veil regions) {
    boolean more = false;
    var inHidden = new ArrayList<String>();
    var byRegion =
        groups(period).stream()
            .collect(
                Collectors.groupingBy(
                    code -> Departements.of(code).map(Departement::region).orElse(NOWHERE)));
    for (var each : byRegion.entrySet()) {
      var region = new Place(period, each.getKey());
      var cells = cells(period, each.getValue());
      boolean regionHidden = regions.isHidden(region);
      if (hideEnough(cells, regionHidden)) {
        more = true;
      } else if (!regionHidden && !enough(cells, false)) {
        // None is left to hide beside the one: its region would tell it.
        regions.hide(region, Hidden.WITH_ANOTHER);
        more = true;
      }
      if (regionHidden) {
        inHidden.addAll(each.getValue());
      }
    }
    return hideEnough(cells(period, inHidden), false) || more;
  }

  private boolean hideWithinWeeks(Map<LocalDate, Map<String, Hidden>> weeks) {
    var days = new HashMap<Place, Set<Place>>();
    counts.forEach((day, groups) -> {
      var monday = Step.WEEK.startOf(day);
      for (String group : groups.keySet()) {
        days.computeIfAbsent(new Place(monday, group), w -> new HashSet<>())
            .add(new Place(day, group));
      }
    });
    boolean more = false;
    for (var week : days.entrySet()) {
      var ofWeek = weeks.getOrDefault(week.getKey().period(), Map.of());
      more |= hideEnough(week.getValue(), ofWeek.containsKey(week.getKey().group()));
    }
    return more;
  }

  /**
   * Hides the smallest of these cells, one after the other, until their sum gives none away.
   *
   * @param sumHidden whether their sum is hidden itself: then they must not tell it
   * @return whether it hid any
   */
  private boolean hideEnough(Collection<Place> cells, boolean sumHidden) {
    if (enough(cells, sumHidden)) {
      return false;
    }
    var next =
        cells.stream()
            .filter(cell -> count(cell) > 0 && !isHidden(cell))
            .min(
                Comparator.comparingLong(this::count)
                    .thenComparing(Place::period)
                    .thenComparing(Place::group));
    next.ifPresent(cell -> hide(cell, Hidden.WITH_ANOTHER));
    return next.isPresent();
  }

  private boolean enough(Collection<Place> cells, boolean sumHidden) {
    int many = 0;
    long sum = 0;
    for (Place cell : cells) {
      if (isHidden(cell)) {
        many++;
        sum += count(cell);
      }
    }
    return sumHidden ? many > 0 : many == 0 || (many > 1 && sum >= Suppression.SMALLEST);
  }
}
