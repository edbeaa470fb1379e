package org.maraude.standalone.demo.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.maraude.dashboard.statistics.ChangePoint;
import org.maraude.dashboard.statistics.ChangePoints;
import org.maraude.dashboard.statistics.CountSeries;
import org.maraude.dashboard.statistics.InterruptedSeries;
import org.maraude.dashboard.statistics.InterruptedSeries.Span;
import org.maraude.standalone.demo.SharedWorld;
import org.maraude.standalone.demo.population.DemoAd;
import org.maraude.standalone.demo.timeline.Lockdown;

/** The invented lockdown, found in the weeks of posting as the trends page counts them. */
class LockdownFoundTest {

  private static final Lockdown LOCKDOWN = SharedWorld.WORLD.lockdown();

  /** Whole weeks from Monday, in UTC, by day of posting. */
  private static CountSeries weeks() {
    var counts = new TreeMap<LocalDate, Long>();
    for (DemoAd ad : SharedWorld.WORLD.population().ads()) {
      var day = LocalDate.ofInstant(ad.postedAt(), ZoneOffset.UTC);
      counts.merge(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), 1L, Long::sum);
    }
    counts.pollFirstEntry();
    counts.pollLastEntry();
    List<CountSeries.Point> points = new ArrayList<>();
    counts.forEach((start, count) -> points.add(new CountSeries.Point(start, count, 1)));
    return new CountSeries(7, points);
  }

  private static long daysFromStart(ChangePoint change) {
    return Math.abs(ChronoUnit.DAYS.between(LOCKDOWN.firstDay(), change.at()));
  }

  @Test
  void nobodySaysWhereToLookAndItIsFoundWithinAWeek() {
    var changes = ChangePoints.in(weeks());
    for (var change : changes) {
      System.out.printf(
          Locale.ROOT,
          "change at %s (%s to %s): %+.0f %% (%+.0f to %+.0f)%n",
          change.at(),
          change.earliest(),
          change.latest(),
          change.change().estimate() * 100,
          change.change().low() * 100,
          change.change().high() * 100);
    }
    System.out.println("planted: " + LOCKDOWN.firstDay() + " to " + LOCKDOWN.lastDay());

    var start =
        changes.stream()
            .min(Comparator.comparingLong(LockdownFoundTest::daysFromStart))
            .orElseThrow();
    assertThat(daysFromStart(start)).isLessThanOrEqualTo(7);
    assertThat(start.change().holds(Lockdown.NEW_ADS_LEFT - 1)).as("the planted fall").isTrue();
    assertThat(changes)
        .as("its end is found as well")
        .anyMatch(change ->
            Math.abs(ChronoUnit.DAYS.between(LOCKDOWN.lastDay().plusDays(1), change.at())) <= 7
                && change.change().low() > 0);
    assertThat(changes).hasSizeLessThanOrEqualTo(3);
  }

  /** The invented ads grow in number until then; against that trend the fall is a little larger. */
  @Test
  void whoKnowsTheDateGetsTheStepAgainstTheTrendBefore() {
    var found =
        InterruptedSeries.at(weeks(), new Span(LOCKDOWN.firstDay(), LOCKDOWN.lastDay()), List.of())
            .orElseThrow();
    System.out.println("step at the lockdown: " + found.level());
    assertThat(found.level().estimate()).isBetween(-0.7, Lockdown.NEW_ADS_LEFT - 1);
    assertThat(found.level().high()).isLessThan(-0.5);
  }
}
