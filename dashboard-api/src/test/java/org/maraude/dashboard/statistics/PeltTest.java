package org.maraude.dashboard.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Against every split there is, one by one. */
class PeltTest {

  @Test
  void findsWhatTryingEverySplitFinds() {
    int cut = 0;
    for (int seed = 0; seed < 60; seed++) {
      var random = new SplittableRandom(seed);
      int length = 9 + seed % 5;
      var counts = new double[length];
      var exposures = new double[length];
      int level = 3;
      for (int i = 0; i < length; i++) {
        level = random.nextInt(4) == 0 ? 1 + random.nextInt(40) : level;
        counts[i] = level + random.nextInt(4);
        exposures[i] = 0.8 + 0.2 * random.nextDouble();
      }
      int shortest = 1 + seed % 3;
      double penalty = 1 + seed % 7;
      double spread = 1 + seed % 2;
      var pelt = new Pelt(counts, exposures, spread);

      var best = best(counts, exposures, spread, penalty, shortest);
      var found = pelt.split(penalty, shortest);
      assertThat(total(counts, exposures, spread, found, penalty))
          .as("seed %d", seed)
          .isCloseTo(total(counts, exposures, spread, best, penalty), within(1e-9));
      assertThat(found).isEqualTo(best);
      cut += found.size();
    }
    assertThat(cut).as("the series do have changes").isGreaterThan(50);
  }

  private static List<Integer> best(
      double[] counts, double[] exposures, double spread, double penalty, int shortest) {
    List<Integer> best = List.of();
    double least = total(counts, exposures, spread, best, penalty);
    for (int mask = 1; mask < 1 << (counts.length - 1); mask++) {
      List<Integer> starts = new ArrayList<>();
      for (int i = 1; i < counts.length; i++) {
        if ((mask & 1 << (i - 1)) != 0) {
          starts.add(i);
        }
      }
      if (longEnough(starts, counts.length, shortest)) {
        double total = total(counts, exposures, spread, starts, penalty);
        if (total < least - 1e-12) {
          least = total;
          best = starts;
        }
      }
    }
    return best;
  }

  private static boolean longEnough(List<Integer> starts, int length, int shortest) {
    int from = 0;
    for (int start : starts) {
      if (start - from < shortest) {
        return false;
      }
      from = start;
    }
    return length - from >= shortest;
  }

  /** The likelihood written out count by count. */
  private static double total(
      double[] counts, double[] exposures, double spread, List<Integer> starts, double penalty) {
    double sum = penalty * starts.size();
    var ends = new ArrayList<>(starts);
    ends.add(counts.length);
    int from = 0;
    for (int end : ends) {
      double rate =
          Arrays.stream(counts, from, end).sum() / Arrays.stream(exposures, from, end).sum();
      for (int i = from; i < end; i++) {
        double mean = rate * exposures[i];
        double free = exposures[i];
        sum += 2 / spread * (mean - counts[i] * (Math.log(mean) - Math.log(free)));
      }
      from = end;
    }
    return sum;
  }
}
