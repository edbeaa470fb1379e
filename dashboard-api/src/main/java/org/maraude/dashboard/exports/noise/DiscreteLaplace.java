package org.maraude.dashboard.exports.noise;

/**
 * The discrete Laplace distribution: {@code y} is as likely as {@code exp(-|y| / scale)}, drawn
 * exactly, with whole numbers alone (Canonne, Kamath and Steinke, The Discrete Gaussian for
 * Differential Privacy, 2020, algorithms 1 and 2). A drawing with floating point leaks the value by
 * its last digits (Mironov 2012); this one has none. Immutable.
 *
 * @param numerator of the scale, over 0
 * @param denominator of the scale, over 0
 */
public record DiscreteLaplace(long numerator, long denominator) {

  /** Beyond, products of the drawing would leave 64 bits. */
  private static final long LARGEST = 1L << 24;

  public DiscreteLaplace {
    if (numerator <= 0 || denominator <= 0 || numerator > LARGEST || denominator > LARGEST) {
      throw new IllegalArgumentException("no scale: " + numerator + "/" + denominator);
    }
  }

  /** What hides one advertiser that counts in {@code bound} cells at most. */
  static DiscreteLaplace of(Epsilon epsilon, int bound) {
    return new DiscreteLaplace((long) bound * Epsilon.WHOLE, epsilon.hundredths());
  }

  /** One number. */
  public long draw(Draws draws) {
    while (true) {
      long rest = draws.below(numerator);
      if (!exp(draws, rest, numerator)) {
        continue;
      }
      long whole = 0;
      while (exp(draws, 1, 1)) {
        whole++;
      }
      long size = Math.addExact(rest, Math.multiplyExact(numerator, whole)) / denominator;
      boolean negative = draws.below(2) == 1;
      // Nought would be drawn from both sides.
      if (negative && size == 0) {
        continue;
      }
      return negative ? -size : size;
    }
  }

  /** True with the probability {@code exp(-n/d)}, for {@code n <= d}. */
  private static boolean exp(Draws draws, long n, long d) {
    long turn = 1;
    while (draws.below(Math.multiplyExact(d, turn)) < n) {
      turn++;
    }
    return turn % 2 == 1;
  }

  /** The half width of an interval that holds at least 95 of 100 draws. For people to read. */
  public long margin() {
    double ratio = Math.exp(-(double) denominator / numerator);
    long margin = 0;
    while (2 * Math.pow(ratio, margin + 1) / (1 + ratio) > 0.05) {
      margin++;
    }
    return margin;
  }

  /** How likely a number is. For tests and people. */
  public double probability(long number) {
    double ratio = Math.exp(-(double) denominator / numerator);
    return (1 - ratio) / (1 + ratio) * Math.pow(ratio, Math.abs(number));
  }
}
