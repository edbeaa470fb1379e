package org.maraude.dashboard.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * What share lasts longer than so many days, when for some only a lower bound is known (Kaplan and
 * Meier, Journal of the American Statistical Association 53, 1958). The 95 % interval is
 * Greenwood's on the log-log scale, so that it stays between 0 and 1 (Kalbfleisch and Prentice, The
 * Statistical Analysis of Failure Time Data).
 *
 * <p>It is right only where the end of watching has nothing to do with the lifetime.
 *
 * @param steps one a day on which something ended, in order; empty when nothing did
 */
public record KaplanMeier(List<Step> steps) {

  private static final double Z = NormalDistribution.of(0, 1).inverseCumulativeProbability(0.975);
  private static final double HALF = 0.5;
  private static final double ROUNDING = 1e-12;

  public KaplanMeier {
    steps = List.copyOf(steps);
  }

  /**
   * The curve's fall on one day.
   *
   * @param atRisk that were still there when the day came
   * @param ended that ended on it
   * @param survival share that lasts longer than this day
   * @param low of the 95 % interval; 0 where nothing is left
   * @param high of the 95 % interval; that of the day before where nothing is left, for the formula
   *     has no answer there
   */
  public record Step(int day, long atRisk, long ended, double survival, double low, double high) {}

  private record Tally(long ended, long left) {

    Tally plus(Lifetime one) {
      return one.ended()
          ? new Tally(ended + one.count(), left)
          : new Tally(ended, left + one.count());
    }
  }

  /** The curve of these; an end comes before a stop of watching on the same day. */
  public static KaplanMeier of(List<Lifetime> lifetimes) {
    var days = new TreeMap<Integer, Tally>();
    long atRisk = 0;
    for (Lifetime one : lifetimes) {
      days.put(one.days(), days.getOrDefault(one.days(), new Tally(0, 0)).plus(one));
      atRisk += one.count();
    }
    var steps = new ArrayList<Step>();
    double survival = 1;
    double high = 1;
    double greenwood = 0;
    for (var day : days.entrySet()) {
      long ended = day.getValue().ended();
      if (ended > 0) {
        survival *= (double) (atRisk - ended) / atRisk;
        greenwood += (double) ended / ((double) atRisk * (atRisk - ended));
        double low = 0;
        if (survival > 0) {
          double spread = Z * Math.sqrt(greenwood) / -Math.log(survival);
          low = Math.pow(survival, Math.exp(spread));
          high = Math.pow(survival, Math.exp(-spread));
        }
        steps.add(new Step(day.getKey(), atRisk, ended, survival, low, high));
      }
      atRisk -= ended + day.getValue().left();
    }
    return new KaplanMeier(steps);
  }

  /** The first day after which at most half are left; empty while more than half last. */
  public OptionalInt median() {
    return steps.stream()
        .filter(step -> step.survival() <= HALF + ROUNDING)
        .mapToInt(Step::day)
        .findFirst();
  }
}
