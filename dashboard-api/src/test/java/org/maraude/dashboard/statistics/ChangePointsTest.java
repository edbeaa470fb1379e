package org.maraude.dashboard.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Seeded series: what is planted is found where it is, what is not is hardly ever found. */
class ChangePointsTest {

  private static final int RUNS = 200;
  private static final IntToDoubleFunction FULL = week -> 1;

  private record Tally(double aYear, int found, int near, int dates, int sizes) {}

  private static Tally tally(
      int weeks,
      IntToDoubleFunction mean,
      IntToDoubleFunction coverage,
      double size,
      int at,
      double truth) {
    int all = 0;
    int found = 0;
    int near = 0;
    int dates = 0;
    int sizes = 0;
    var day = Simulated.MONDAY.plusWeeks(at);
    for (int run = 0; run < RUNS; run++) {
      var changes = ChangePoints.in(Simulated.weeks(run, weeks, mean, coverage, size));
      all += changes.size();
      for (var change : changes) {
        if (Math.abs(ChronoUnit.WEEKS.between(day, change.at())) <= 4) {
          found++;
          near += Math.abs(ChronoUnit.WEEKS.between(day, change.at())) <= 1 ? 1 : 0;
          dates += !day.isBefore(change.earliest()) && !day.isAfter(change.latest()) ? 1 : 0;
          sizes += change.change().holds(truth) ? 1 : 0;
        }
      }
    }
    return new Tally((all - found) * 52.0 / weeks / RUNS, found, near, dates, sizes);
  }

  private static Tally print(String what, Tally tally) {
    System.out.printf(
        Locale.ROOT,
        "%-38s %6.2f %5d %5d %5d %5d%n",
        what,
        tally.aYear(),
        tally.found(),
        tally.near(),
        tally.dates(),
        tally.sizes());
    return tally;
  }

  @Test
  void findsWhatIsPlantedAndHardlyEverWhatIsNot() {
    IntToDoubleFunction fall = week -> 120 * (week < 60 ? 1 : 0.6);
    IntToDoubleFunction slight = week -> 120 * (week < 60 ? 1 : 0.74);
    IntToDoubleFunction season = week -> 150 * Simulated.season(week, 0.25);
    IntToDoubleFunction outage = week -> week >= 50 && week < 56 ? 0.2 : 1;
    System.out.println(
        "of 200 series                     false a year found  ±1wk  date  size in interval");
    var none = print("nothing, 120 a week", tally(104, week -> 120, FULL, 20, -99, 0));
    var few = print("nothing, 5 a week", tally(104, week -> 5, FULL, 20, -99, 0));
    var watched =
        print("nothing, an outage of six weeks", tally(104, week -> 120, outage, 20, -99, 0));
    var seasons = print("nothing, season, three years", tally(156, season, FULL, 20, -99, 0));
    var quarter = print("fall of 26 %", tally(104, slight, FULL, 20, 60, -0.26));
    var large = print("fall of 40 %", tally(104, fall, FULL, 20, 60, -0.4));

    for (var each : new Tally[] {none, few, watched, seasons, quarter, large}) {
      assertThat(each.aYear()).isLessThan(0.2);
    }
    assertThat(quarter.found()).isGreaterThan(RUNS * 6 / 10);
    assertThat(large.found()).isGreaterThan(RUNS * 95 / 100);
    assertThat(large.near()).isGreaterThan(RUNS * 75 / 100);
    assertThat(large.dates()).isGreaterThanOrEqualTo(large.found() * 9 / 10);
    assertThat(large.sizes()).isGreaterThanOrEqualTo(large.found() * 9 / 10);
  }

  @Test
  void searchesNoSeriesThatIsTooShortOrEmpty() {
    assertThat(ChangePoints.in(Simulated.weeks(1, 15, week -> week < 8 ? 90 : 9, FULL, 20)))
        .isEmpty();
    assertThat(ChangePoints.in(Simulated.weeks(1, 60, week -> 0, FULL, 20))).isEmpty();
  }
}
