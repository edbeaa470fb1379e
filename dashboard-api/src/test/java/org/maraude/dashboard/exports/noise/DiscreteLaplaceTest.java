package org.maraude.dashboard.exports.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.privacy.differentialprivacy.LaplaceNoise;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;

class DiscreteLaplaceTest {

  private static final byte[] KEY = new byte[32];
  private static final int DRAWS = 100_000;
  private static final DiscreteLaplace OF_ONE = DiscreteLaplace.of(new Epsilon(100), 3);

  private static Draws draws(String label) {
    return Draws.of(KEY, List.of(label));
  }

  @Test
  void aHundredThousandDrawsFitTheDistribution() {
    for (var epsilon : new int[] {100, 50, 37}) {
      var noise = DiscreteLaplace.of(new Epsilon(epsilon), 3);
      long reach = 4 * noise.margin() / 3;
      var seen = counted(noise, reach, draws("fit " + epsilon));
      var expected = new double[seen.length];
      for (int i = 0; i < seen.length - 2; i++) {
        expected[i] = noise.probability(i - reach);
      }
      double tail = (1 - java.util.Arrays.stream(expected).sum()) / 2;
      expected[seen.length - 2] = tail;
      expected[seen.length - 1] = tail;
      double distance = 0;
      for (int i = 0; i < seen.length; i++) {
        distance += Math.pow(seen[i] - DRAWS * expected[i], 2) / (DRAWS * expected[i]);
      }
      double p = ChiSquaredDistribution.of(seen.length - 1).survivalProbability(distance);
      System.out.printf(
          "discrete Laplace, epsilon %d/100: chi-square %.1f over %d cells, p = %.3f%n",
          epsilon, distance, seen.length, p);
      assertThat(p).as("epsilon %d", epsilon).isGreaterThan(0.001);
    }
  }

  /** Counts from -reach to reach, then what lies below and above. */
  private static long[] counted(DiscreteLaplace noise, long reach, Draws draws) {
    var seen = new long[(int) (2 * reach + 3)];
    for (int i = 0; i < DRAWS; i++) {
      long drawn = noise.draw(draws);
      int at = (int) (drawn + reach);
      seen[Math.abs(drawn) <= reach ? at : drawn < 0 ? seen.length - 2 : seen.length - 1]++;
    }
    return seen;
  }

  @Test
  void theDrawsAreSpreadAsThoseOfAnotherLibrary() {
    var theirs = new LaplaceNoise();
    var ours = draws("beside another library");
    var both = new TreeMap<Long, long[]>();
    for (int i = 0; i < 20_000; i++) {
      both.computeIfAbsent(clipped(OF_ONE.draw(ours)), other -> new long[2])[0]++;
      long drawn = theirs.addNoise(0L, 3, 1L, 1.0, null);
      both.computeIfAbsent(clipped(drawn), other -> new long[2])[1]++;
    }
    double distance =
        both.values().stream()
            .mapToDouble(two -> Math.pow(two[0] - two[1], 2) / (two[0] + two[1]))
            .sum();
    double p = ChiSquaredDistribution.of(both.size() - 1).survivalProbability(distance);
    System.out.printf(
        "beside com.google.privacy: chi-square %.1f over %d cells, p = %.3f%n",
        distance, both.size(), p);
    // Theirs is drawn anew at each run, and is a rounded continuous Laplace, which differs a little
    // in the middle: this holds only that neither is another distribution.
    assertThat(distance / both.size()).isLessThan(6);
  }

  private static long clipped(long drawn) {
    return Math.max(-15, Math.min(15, drawn));
  }

  @Test
  void oneAdvertiserMoreOrLessChangesNoOddsByMoreThanEpsilon() {
    // An advertiser counts in three cells: the odds of three cells together move by e at most.
    for (long shown = -40; shown <= 40; shown++) {
      double one = OF_ONE.probability(shown) / OF_ONE.probability(shown - 1);
      assertThat(Math.pow(one, ContributionBound.CELLS))
          .isBetween(1 / Math.E - 1e-9, Math.E + 1e-9);
    }
  }

  @Test
  void aStreamIsTheSameForItsKeyAndLabelAndNoOther() {
    var first = new ArrayList<Long>();
    var again = new ArrayList<Long>();
    var other = new ArrayList<Long>();
    var a = draws("one");
    var b = draws("one");
    var c = Draws.of(KEY, List.of("o", "ne"));
    for (int i = 0; i < 50; i++) {
      first.add(OF_ONE.draw(a));
      again.add(OF_ONE.draw(b));
      other.add(OF_ONE.draw(c));
    }
    assertThat(again).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
  }

  @Test
  void theMarginHoldsNinetyFiveOfAHundredDraws() {
    var draws = draws("margin");
    long within = 0;
    for (int i = 0; i < DRAWS; i++) {
      within += Math.abs(OF_ONE.draw(draws)) <= OF_ONE.margin() ? 1 : 0;
    }
    assertThat(within).isBetween(95_000L, 98_000L);
  }

  @Test
  void aScaleThatIsNoneIsRefused() {
    assertThatThrownBy(() -> new DiscreteLaplace(0, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Epsilon(101)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> draws("none").below(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
