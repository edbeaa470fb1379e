package org.maraude.dashboard.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.maraude.dashboard.statistics.InterruptedSeries.Span;

/** Planted effects in seeded series: the interval has to hold the truth. */
class InterruptedSeriesTest {

  private static final int RUNS = 100;
  private static final IntToDoubleFunction FULL = week -> 1;
  private static final IntToDoubleFunction OUTAGE =
      week -> week >= 24 && week < 27 ? 0.3 : week % 5 == 0 ? 0.86 : 1;

  private record Held(int level, int slope, double width) {}

  private static Held held(
      int weeks,
      int at,
      int until,
      IntToDoubleFunction mean,
      IntToDoubleFunction coverage,
      double size,
      double level,
      double slope) {
    int levels = 0;
    int slopes = 0;
    double width = 0;
    for (int run = 0; run < RUNS; run++) {
      var series = Simulated.weeks(1_000 + run, weeks, mean, coverage, size);
      var found =
          InterruptedSeries.at(series, new Span(monday(at), monday(until).minusDays(1)), List.of())
              .orElseThrow();
      levels += found.level().holds(level) ? 1 : 0;
      slopes += found.slope().orElseThrow().holds(slope) ? 1 : 0;
      width += (found.level().high() - found.level().low()) / RUNS;
    }
    return new Held(levels, slopes, width);
  }

  private static LocalDate monday(int week) {
    return Simulated.MONDAY.plusWeeks(week);
  }

  @Test
  void theIntervalHoldsThePlantedTruthInNinetyOfAHundredRuns() {
    IntToDoubleFunction fall = week -> 120 * (week < 26 ? 1 : 0.74);
    IntToDoubleFunction few = week -> 20 * (week < 26 ? 1 : 0.74);
    IntToDoubleFunction rebound =
        week -> 90 * Math.exp(0.01 * week) * (week < 26 ? 1 : 1.3 * Math.exp(-0.03 * (week - 26)));
    IntToDoubleFunction none = week -> 120;
    IntToDoubleFunction season =
        week -> 150 * Simulated.season(week, 0.2) * (week < 120 ? 1 : 0.74);

    System.out.println(
        "planted effect                      level  slope  mean width of level (of 100)");
    print("fall of 26 %, 120 a week", held(52, 26, 52, fall, FULL, 20, -0.26, 0));
    print("fall of 26 %, 20 a week", held(52, 26, 52, few, FULL, 20, -0.26, 0));
    print(
        "fall of 26 %, Poisson", held(52, 26, 52, fall, FULL, Double.POSITIVE_INFINITY, -0.26, 0));
    print("fall of 26 % for eight weeks", held(52, 26, 34, fall, FULL, 20, -0.26, 0));
    print("fall of 26 % with an outage", held(52, 26, 52, fall, OUTAGE, 20, -0.26, 0));
    print("rebound of 30 % that ebbs", held(52, 26, 52, rebound, FULL, 20, 0.3, Math.expm1(-0.03)));
    print("an outage and nothing else", held(52, 24, 52, none, OUTAGE, 20, 0, 0));
    print("fall of 26 % in a season", held(156, 120, 156, season, FULL, 20, -0.26, 0));
  }

  private static void print(String what, Held held) {
    System.out.printf(
        Locale.ROOT, "%-35s %5d  %5d  %.2f%n", what, held.level(), held.slope(), held.width());
    assertThat(held.level()).as("level: " + what).isGreaterThanOrEqualTo(90);
    assertThat(held.slope()).as("slope: " + what).isGreaterThanOrEqualTo(90);
    assertThat(held.width()).as("says something: " + what).isLessThan(1);
  }

  @Test
  void anIntervalSeesAFallOfAQuarterAndNoneWhereThereIsNone() {
    int seen = 0;
    int imagined = 0;
    for (int run = 0; run < RUNS; run++) {
      var span = new Span(monday(26), monday(52));
      var fall = Simulated.weeks(run, 52, week -> 120 * (week < 26 ? 1 : 0.74), FULL, 60);
      var outage = Simulated.weeks(run, 52, week -> 120, week -> week < 26 ? 1 : 0.85, 60);
      seen += InterruptedSeries.at(fall, span, List.of()).orElseThrow().level().high() < 0 ? 1 : 0;
      imagined +=
          InterruptedSeries.at(outage, span, List.of()).orElseThrow().level().holds(0) ? 0 : 1;
    }
    assertThat(seen).as("falls seen").isGreaterThan(75);
    assertThat(imagined).as("lower coverage taken for a fall").isLessThanOrEqualTo(10);
  }

  @Test
  void saysNothingWhereTooLittleWasWatched() {
    var span = new Span(monday(26), monday(52));
    assertThat(
            InterruptedSeries.at(
                Simulated.weeks(1, 52, week -> 120, week -> week < 26 ? 1 : 0.5, 20),
                span,
                List.of()))
        .isEmpty();
    assertThat(
            InterruptedSeries.at(
                Simulated.weeks(1, 52, week -> 120, FULL, 20),
                new Span(monday(5), monday(52)),
                List.of()))
        .isEmpty();
    assertThat(
            InterruptedSeries.at(
                Simulated.weeks(1, 52, week -> week < 26 ? 50 : 0, FULL, 20), span, List.of()))
        .as("nothing left to compare: no interval, no sentence")
        .isEmpty();
  }

  @Test
  void leavesOutAWeekThatIsPartlyInItAndOtherEvents() {
    var series = Simulated.weeks(1, 52, week -> 120, FULL, 20);
    var wednesday = monday(26).plusDays(2);
    var found =
        InterruptedSeries.at(
                series,
                new Span(wednesday, monday(45).plusDays(1)),
                List.of(new Span(monday(3), monday(5).plusDays(6))))
            .orElseThrow();
    assertThat(found.start()).isEqualTo(monday(27));
    assertThat(found.before()).isEqualTo(23);
    assertThat(found.after()).isEqualTo(18);
  }
}
