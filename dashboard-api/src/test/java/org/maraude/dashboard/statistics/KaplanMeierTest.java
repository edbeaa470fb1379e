package org.maraude.dashboard.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against the leukaemia data {@code aml} (Miller 1981) as R's package survival prints it. */
class KaplanMeierTest {

  private static final double Z = 1.959964;

  private static List<Lifetime> lifetimes(int[] ended, int[] left) {
    var all = new ArrayList<Lifetime>();
    IntStream.of(ended).forEach(days -> all.add(new Lifetime(days, true, 1)));
    IntStream.of(left).forEach(days -> all.add(new Lifetime(days, false, 1)));
    return all;
  }

  private static final List<Lifetime> MAINTAINED =
      lifetimes(new int[] {9, 13, 18, 23, 31, 34, 48}, new int[] {13, 28, 45, 161});
  private static final List<Lifetime> NOT_MAINTAINED =
      lifetimes(new int[] {5, 5, 8, 8, 12, 23, 27, 30, 33, 43, 45}, new int[] {16});

  @Test
  void givesThePublishedCurveOfMaintainedTreatment() {
    var steps = KaplanMeier.of(MAINTAINED).steps();

    assertThat(steps).extracting(KaplanMeier.Step::day).containsExactly(9, 13, 18, 23, 31, 34, 48);
    assertThat(steps)
        .extracting(KaplanMeier.Step::atRisk)
        .containsExactly(11L, 10L, 8L, 7L, 5L, 4L, 2L);
    double[] survival = {0.909, 0.818, 0.716, 0.614, 0.491, 0.368, 0.184};
    double[] error = {0.0867, 0.1163, 0.1397, 0.1526, 0.1642, 0.1627, 0.1535};
    for (int i = 0; i < survival.length; i++) {
      var step = steps.get(i);
      assertThat(step.survival()).isCloseTo(survival[i], within(0.0005));
      assertThat(errorFrom(step.low(), step.survival())).isCloseTo(error[i], within(0.00006));
      assertThat(-errorFrom(step.high(), step.survival())).isCloseTo(error[i], within(0.00006));
    }
  }

  /** Greenwood's error that a bound on the log-log scale was made with. */
  private static double errorFrom(double bound, double survival) {
    double log = Math.log(survival);
    return Math.log(Math.log(bound) / log) / Z * survival * -log;
  }

  @Test
  void givesThePublishedMedians() {
    assertThat(KaplanMeier.of(MAINTAINED).median()).hasValue(31);
    assertThat(KaplanMeier.of(NOT_MAINTAINED).median()).hasValue(23);
  }

  @Test
  void countsAsManyAsTheyAre() {
    var one = List.of(new Lifetime(3, true, 4), new Lifetime(5, false, 2));
    var many = new ArrayList<Lifetime>();
    IntStream.range(0, 4).forEach(i -> many.add(new Lifetime(3, true, 1)));
    IntStream.range(0, 2).forEach(i -> many.add(new Lifetime(5, false, 1)));

    assertThat(KaplanMeier.of(one)).isEqualTo(KaplanMeier.of(many));
  }

  @Test
  void endsWithoutNumbersThatAreNone() {
    assertThat(KaplanMeier.of(List.of()).steps()).isEmpty();
    assertThat(KaplanMeier.of(List.of(new Lifetime(4, false, 9))).median()).isEmpty();

    var last = KaplanMeier.of(NOT_MAINTAINED).steps().getLast();
    assertThat(last.survival()).isZero();
    assertThat(last.low()).isZero();
    assertThat(last.high()).isBetween(0.0, 1.0);
  }
}
