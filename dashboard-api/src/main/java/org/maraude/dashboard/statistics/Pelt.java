package org.maraude.dashboard.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The best split of a series into stretches of one level each: pruned exact linear time (Killick,
 * Fearnhead and Eckley, Journal of the American Statistical Association 107, 2012). The cost of a
 * stretch is twice the negative Poisson log likelihood at its own rate over the spread (quasi
 * likelihood), so that an overdispersed series is not cut at every hump.
 *
 * <p>Pruning is exact with a shortest stretch as well: what is beaten at one time is dropped only
 * when a stretch may end after it.
 */
final class Pelt {

  private final double[] counts;
  private final double[] exposures;
  private final double spread;

  /**
   * @param exposure by which each count is taken to grow: coverage, season
   * @param spread variance over mean, 1 for Poisson
   */
  Pelt(double[] count, double[] exposure, double spread) {
    this.counts = sums(count);
    this.exposures = sums(exposure);
    this.spread = spread;
  }

  private static double[] sums(double[] values) {
    var sums = new double[values.length + 1];
    for (int i = 0; i < values.length; i++) {
      sums[i + 1] = sums[i] + values[i];
    }
    return sums;
  }

  /** Of the stretch from one index to before another; what no split changes is left out. */
  double cost(int from, int to) {
    double count = counts[to] - counts[from];
    double exposure = exposures[to] - exposures[from];
    return count <= 0 ? 0 : 2 * (count - count * Math.log(count / exposure)) / spread;
  }

  /**
   * Where stretches after the first begin, in order.
   *
   * @param penalty what one more stretch costs
   * @param shortest stretch, at least 1
   */
  List<Integer> split(double penalty, int shortest) {
    int length = counts.length - 1;
    var best = new double[length + 1];
    var last = new int[length + 1];
    var droppedAt = new int[length + 1];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    Arrays.fill(droppedAt, Integer.MAX_VALUE);
    best[0] = -penalty;
    List<Integer> candidates = new ArrayList<>(List.of(0));
    for (int end = shortest; end <= length; end++) {
      if (end - shortest >= shortest) {
        candidates.add(end - shortest);
      }
      int now = end;
      candidates.removeIf(start -> droppedAt[start] <= now);
      for (int start : candidates) {
        double total = best[start] + cost(start, end) + penalty;
        if (total < best[end]) {
          best[end] = total;
          last[end] = start;
        }
      }
      for (int start : candidates) {
        if (best[start] + cost(start, end) >= best[end]) {
          droppedAt[start] = Math.min(droppedAt[start], end + shortest);
        }
      }
    }
    List<Integer> starts = new ArrayList<>();
    for (int end = length; end > 0; end = last[end]) {
      if (last[end] > 0) {
        starts.addFirst(last[end]);
      }
    }
    return starts;
  }

  /** The cost of a split with its penalties. */
  double total(List<Integer> starts, double penalty) {
    double sum = 0;
    int from = 0;
    for (int start : starts) {
      sum += cost(from, start) + penalty;
      from = start;
    }
    return sum + cost(from, counts.length - 1);
  }
}
