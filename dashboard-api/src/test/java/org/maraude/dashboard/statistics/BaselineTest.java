package org.maraude.dashboard.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** How often a week is called unusual where nothing is, and where something is. */
class BaselineTest {

  private static final int SERIES = 100;
  private static final IntToDoubleFunction FULL = week -> 1;

  private record Rate(double aYear, double worst) {}

  private static Rate falseAlarms(
      int series, int weeks, IntToDoubleFunction mean, IntToDoubleFunction coverage, double size) {
    double alarms = 0;
    double judged = 0;
    double worst = 0;
    for (int run = 0; run < series; run++) {
      var watch = Baseline.over(Simulated.weeks(run, weeks, mean, coverage, size));
      alarms += watch.alarms().size();
      judged += watch.judged();
      worst = Math.max(worst, watch.alarms().size() * 52.0 / watch.judged());
    }
    return new Rate(alarms * 52 / judged, worst);
  }

  @Test
  void raisesAtMostOneFalseAlarmAYear() {
    System.out.println(
        "                                         false alarms a year (worst series)");
    for (int years : new int[] {1, 3}) {
      for (double swing : new double[] {0, 0.2}) {
        for (double level : new double[] {5, 40, 200}) {
          var rate =
              falseAlarms(
                  years == 1 ? SERIES : SERIES / 4,
                  years * 52 + 18,
                  week -> level * Simulated.season(week, swing),
                  FULL,
                  15);
          System.out.printf(
              Locale.ROOT,
              "%d years, season ±%2.0f %%, %3.0f a week        %.2f (%.1f)%n",
              years,
              swing * 100,
              level,
              rate.aYear(),
              rate.worst());
          assertThat(rate.aYear()).isLessThanOrEqualTo(1);
        }
      }
    }
  }

  @Test
  void anOutageRaisesNothing() {
    IntToDoubleFunction outage = week -> week >= 60 && week < 66 ? 0.4 : week % 4 == 0 ? 0.85 : 1;
    var rate = falseAlarms(SERIES, 110, week -> 60, outage, 15);
    System.out.printf(Locale.ROOT, "60 a week with an outage: %.2f a year%n", rate.aYear());
    assertThat(rate.aYear()).isLessThanOrEqualTo(1);
    for (int run = 0; run < SERIES; run++) {
      assertThat(Baseline.over(Simulated.weeks(run, 110, week -> 60, outage, 15)).alarms())
          .noneMatch(alarm ->
              !alarm.start().isBefore(Simulated.MONDAY.plusWeeks(60))
                  && alarm.start().isBefore(Simulated.MONDAY.plusWeeks(66)));
    }
  }

  @Test
  void seesTooManyAndTooFew() {
    int many = 0;
    int few = 0;
    for (int run = 0; run < SERIES; run++) {
      var week = Simulated.MONDAY.plusWeeks(50);
      var doubled = Simulated.weeks(run, 51, w -> w == 50 ? 120 : 60, FULL, 40);
      var halved = Simulated.weeks(run, 51, w -> w == 50 ? 25 : 60, FULL, 40);
      many +=
          Baseline.over(doubled).alarms().stream()
                  .anyMatch(a -> a.start().equals(week) && a.tooMany())
              ? 1
              : 0;
      few +=
          Baseline.over(halved).alarms().stream()
                  .anyMatch(a -> a.start().equals(week) && !a.tooMany())
              ? 1
              : 0;
    }
    System.out.printf("a doubled week is seen in %d of 100, one of 25 for 60 in %d%n", many, few);
    assertThat(many).isGreaterThan(75);
    assertThat(few).isGreaterThan(60);
  }

  @Test
  void judgesNoWeekWithoutEnoughBefore() {
    assertThat(Baseline.over(Simulated.weeks(1, 17, week -> 60, FULL, 15)).judged()).isZero();
    assertThat(Baseline.over(Simulated.weeks(1, 30, week -> 0, FULL, 15)).judged()).isZero();
  }
}
