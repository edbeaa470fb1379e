package org.maraude.dashboard.rules;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.statistics.descriptive.Quantile;
import org.maraude.dashboard.review.Outcome;

/**
 * How far two people agree who judged the same items apart from each other: Cohen's kappa (Cohen,
 * "A Coefficient of Agreement for Nominal Scales", 1960), which is 1 where they always agree and 0
 * where they agree as often as chance would have it.
 *
 * @param pairs how many items two people judged
 * @param same in how many of them they said the same
 * @param kappa NaN where it is not defined: nothing was read twice, or all said one thing
 * @param low of the bootstrap's 95 % interval (Efron, percentile method); NaN as kappa
 * @param high of the same
 */
public record Agreement(int pairs, int same, double kappa, double low, double high) {

  /** Under so many pairs the figure says next to nothing, however it falls out. */
  public static final int FEW = 30;

  private static final int RESAMPLES = 2_000;
  // The same pairs always give the same interval.
  private static final long SEED = 1960;

  /** What the first and the second person said of one item. */
  public record Pair(Outcome first, Outcome second) {}

  /** Of all pairs. */
  public static Agreement of(List<Pair> pairs) {
    var codes = new int[pairs.size()];
    int same = 0;
    int categories = Outcome.values().length;
    for (int i = 0; i < codes.length; i++) {
      var pair = pairs.get(i);
      codes[i] = pair.first().ordinal() * categories + pair.second().ordinal();
      same += pair.first() == pair.second() ? 1 : 0;
    }
    double kappa = kappa(codes, categories);
    if (Double.isNaN(kappa)) {
      return new Agreement(codes.length, same, kappa, Double.NaN, Double.NaN);
    }
    var interval = interval(codes, categories);
    return new Agreement(codes.length, same, kappa, interval[0], interval[1]);
  }

  public boolean defined() {
    return !Double.isNaN(kappa);
  }

  public boolean few() {
    return pairs < FEW;
  }

  private static double[] interval(int[] codes, int categories) {
    var random = new SplittableRandom(SEED);
    var resample = new int[codes.length];
    var kappas = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      for (int j = 0; j < resample.length; j++) {
        resample[j] = codes[random.nextInt(codes.length)];
      }
      kappas[i] = kappa(resample, categories);
    }
    // A resample in which all said one thing tells nothing of chance.
    var defined = Arrays.stream(kappas).filter(each -> !Double.isNaN(each)).toArray();
    return Quantile.withDefaults().evaluate(defined, 0.025, 0.975);
  }

  private static double kappa(int[] codes, int categories) {
    var table = new int[categories][categories];
    for (int code : codes) {
      table[code / categories][code % categories]++;
    }
    double all = codes.length;
    double observed = 0;
    double expected = 0;
    for (int i = 0; i < categories; i++) {
      int row = 0;
      int column = 0;
      for (int j = 0; j < categories; j++) {
        row += table[i][j];
        column += table[j][i];
      }
      observed += table[i][i] / all;
      expected += row / all * (column / all);
    }
    return expected >= 1 ? Double.NaN : (observed - expected) / (1 - expected);
  }
}
