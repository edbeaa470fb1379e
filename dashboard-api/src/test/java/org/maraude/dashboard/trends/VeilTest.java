package org.maraude.dashboard.trends;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.maraude.dashboard.trends.Cell.Hidden;

/** The intruder asks for every table of the same weeks and subtracts. */
class VeilTest {

  private static final LocalDate MONDAY = LocalDate.parse("2026-06-01");

  /** 44, 49, 53: Pays de la Loire; 75, 93: Île-de-France; 2A, 2B: Corse; 971 is a region alone. */
  private static final List<String> DEPARTEMENTS =
      List.of("44", "49", "53", "75", "93", "2A", "2B", "971", "?");

  private static Map<LocalDate, Map<String, Long>> table(
      Map<LocalDate, Map<String, Long>> days, Step step, Split split) {
    var table = new HashMap<LocalDate, Map<String, Long>>();
    days.forEach((day, counts) ->
        counts.forEach((code, count) ->
            table
                .computeIfAbsent(step.startOf(day), start -> new HashMap<>())
                .merge(group(split, code), count, Long::sum)));
    return table;
  }

  private static String group(Split split, String code) {
    return switch (split) {
      case NONE -> "";
      case DEPARTEMENT -> code;
      default -> org.maraude.places.Departements.of(code).map(each -> each.region()).orElse("?");
    };
  }

  @Test
  void aRegionsTotalDoesNotGiveItsOneSmallDepartmentAway() {
    var days = Map.of(MONDAY, Map.of("44", 300L, "49", 40L, "53", 5L, "75", 900L, "93", 400L));
    var hidden = Veil.over(Step.WEEK, Split.DEPARTEMENT, (step, split) -> table(days, step, split));
    assertThat(hidden.get(MONDAY))
        .containsOnly(Map.entry("53", Hidden.SMALL), Map.entry("49", Hidden.WITH_ANOTHER));
  }

  @Test
  void aWeeksTotalDoesNotGiveItsOneSmallDayAway() {
    var days =
        Map.of(
            MONDAY,
            Map.of("44", 4L),
            MONDAY.plusDays(1),
            Map.of("44", 20L),
            MONDAY.plusDays(2),
            Map.of("44", 30L));
    var hidden = Veil.over(Step.DAY, Split.NONE, (step, split) -> table(days, step, split));
    assertThat(hidden.keySet()).containsExactlyInAnyOrder(MONDAY, MONDAY.plusDays(1));
  }

  /** What is hidden below any published sum is more than one count and at least 11 in all. */
  @Test
  void noSubtractionGivesASmallCountAwayInRandomTables() {
    var random = new SplittableRandom(11);
    int hiddenCells = 0;
    for (int round = 0; round < 200; round++) {
      var days = new HashMap<LocalDate, Map<String, Long>>();
      for (int day = 0; day < 14; day++) {
        var counts = new HashMap<String, Long>();
        for (String code : DEPARTEMENTS) {
          counts.put(code, random.nextInt(4) == 0 ? random.nextLong(15) : random.nextLong(80));
        }
        days.put(MONDAY.plusDays(day), counts);
      }
      for (Step step : Step.values()) {
        var departements = table(days, step, Split.DEPARTEMENT);
        var hidden = Veil.over(step, Split.DEPARTEMENT, (s, p) -> table(days, s, p));
        var regions = Veil.over(step, Split.REGION, (s, p) -> table(days, s, p));
        for (var period : departements.keySet()) {
          var counts = departements.get(period);
          var gone = hidden.getOrDefault(period, Map.of());
          hiddenCells += gone.size();
          assertEnough(counts, gone.keySet());
          var byRegion =
              counts.keySet().stream()
                  .collect(Collectors.groupingBy(code -> group(Split.REGION, code)));
          byRegion.forEach((region, codes) -> {
            var inRegion = codes.stream().filter(gone::containsKey).toList();
            boolean any = codes.stream().anyMatch(code -> counts.getOrDefault(code, 0L) > 0);
            if (regions.getOrDefault(period, Map.of()).containsKey(region)) {
              assertThat(inRegion.isEmpty() && any).isFalse();
            } else {
              assertEnough(counts, inRegion);
            }
          });
        }
      }
    }
    assertThat(hiddenCells).isGreaterThan(1_000);
  }

  private static void assertEnough(Map<String, Long> counts, Iterable<String> hidden) {
    long sum = 0;
    int many = 0;
    for (String code : hidden) {
      sum += counts.getOrDefault(code, 0L);
      many++;
    }
    assertThat(many == 0 || many > 1 && sum >= Suppression.SMALLEST).isTrue();
  }
}
