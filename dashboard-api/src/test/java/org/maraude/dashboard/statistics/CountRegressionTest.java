package org.maraude.dashboard.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class CountRegressionTest {

  /** Dobson (1990), page 93, as the example of R's {@code glm} prints it. */
  @Test
  void givesDobsonsPublishedPoissonFit() {
    double[] counts = {18, 17, 15, 20, 10, 20, 25, 13, 12};
    var x = new double[9][5];
    for (int i = 0; i < 9; i++) {
      x[i][0] = 1;
      if (i % 3 > 0) {
        x[i][i % 3] = 1;
      }
      if (i / 3 > 0) {
        x[i][2 + i / 3] = 1;
      }
    }
    var fit = CountRegression.of(x, counts, new double[9]).poisson().orElseThrow();

    double[] coefficients = {3.045, -0.4543, -0.2930, 0, 0};
    double[] errors = {0.1709, 0.2022, 0.1927, 0.2, 0.2};
    for (int j = 0; j < 5; j++) {
      assertThat(fit.coefficients()[j]).isCloseTo(coefficients[j], within(0.0005));
      assertThat(Math.sqrt(fit.bread().getEntry(j, j))).isCloseTo(errors[j], within(0.0001));
    }
  }

  /**
   * The yeast cells that the help of {@code theta.md} of R's package MASS counts; size and
   * likelihood from a golden section search over the likelihood, written apart from this code.
   */
  @Test
  void givesTheYeastCellsTheirSize() {
    double[] weight = {213, 128, 37, 18, 3, 1};
    double[] cells = {0, 1, 2, 3, 4, 5};
    double[][] x = {{1}, {1}, {1}, {1}, {1}, {1}};
    var fit = new CountRegression(x, cells, new double[6], weight).negativeBinomial().orElseThrow();

    assertThat(fit.coefficients()[0]).isCloseTo(Math.log(273 / 400.0), within(1e-6));
    assertThat(fit.size()).isCloseTo(3.586087, within(1e-4));
    assertThat(2 * fit.logLikelihood()).isCloseTo(-893.0632, within(1e-3));
  }

  /** Nothing near the fit is likelier, in any direction: it needs no trust in how it was found. */
  @Test
  void isAtTheTopOfTheLikelihood() {
    UniformRandomProvider random = new SplittableRandom(5)::nextLong;
    int many = 60;
    var x = new double[many][3];
    var counts = new double[many];
    var offset = new double[many];
    for (int i = 0; i < many; i++) {
      x[i] = new double[] {1, i / 10.0, i < 30 ? 0 : 1};
      offset[i] = Math.log(0.8 + 0.2 * (i % 3) / 2);
      counts[i] =
          Simulated.draw(random, Math.exp(offset[i] + 3 + 0.05 * x[i][1] - 0.5 * x[i][2]), 6);
    }
    var fit = CountRegression.of(x, counts, offset).negativeBinomial().orElseThrow();

    double top = likelihood(x, counts, offset, fit.coefficients(), fit.size());
    assertThat(fit.logLikelihood()).isCloseTo(top, within(1e-9));
    for (int j = 0; j < 3; j++) {
      for (double step : new double[] {-1e-3, 1e-3}) {
        var near = fit.coefficients().clone();
        near[j] += step;
        assertThat(likelihood(x, counts, offset, near, fit.size())).isLessThan(top);
      }
    }
    for (double factor : new double[] {0.99, 1.01}) {
      assertThat(likelihood(x, counts, offset, fit.coefficients(), fit.size() * factor))
          .isLessThan(top);
    }
  }

  /** From the recurrence of the probabilities, not by the code's formula. */
  private static double likelihood(
      double[][] x, double[] counts, double[] offset, double[] beta, double size) {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      double log = offset[i];
      for (int j = 0; j < beta.length; j++) {
        log += x[i][j] * beta[j];
      }
      double mean = Math.exp(log);
      double probability = size * Math.log(size / (size + mean));
      for (int k = 1; k <= counts[i]; k++) {
        probability += Math.log((k - 1 + size) / k * mean / (size + mean));
      }
      sum += probability;
    }
    return sum;
  }

  @Test
  void isPoissonWhereNothingSpreadsMore() {
    double[] even = {9, 10, 11, 10, 9, 10, 11, 10};
    double[][] x = {{1}, {1}, {1}, {1}, {1}, {1}, {1}, {1}};
    var fit = CountRegression.of(x, even, new double[8]).negativeBinomial().orElseThrow();
    assertThat(fit.size()).isEqualTo(CountRegression.POISSON);
  }

  /**
   * In a model of a constant alone the sandwich is known on paper: HC3 is the sum of squared
   * residuals over their mean and (1 - 1/n), squared.
   */
  @Test
  void hasTheSandwichThatPaperGives() {
    double[] counts = {3, 9, 4, 16, 8};
    double[][] x = {{1}, {1}, {1}, {1}, {1}};
    var fit = CountRegression.of(x, counts, new double[5]).poisson().orElseThrow();

    double sum = 0;
    double pairs = 0;
    for (int i = 0; i < 5; i++) {
      double part = (counts[i] - 8) / 0.8;
      sum += part * part;
      pairs += i == 0 ? 0 : part * (counts[i - 1] - 8) / 0.8;
    }
    long[] time = {0, 1, 2, 3, 4};
    assertThat(fit.robust(time, 0).getEntry(0, 0)).isCloseTo(sum / (40 * 40), within(1e-9));
    assertThat(fit.robust(time, 1).getEntry(0, 0))
        .isCloseTo((sum + 2 * 0.5 * pairs) / (40 * 40), within(1e-9));
  }

  @Test
  void saysWhenNothingCanBeFitted() {
    double[][] twice = {{1, 1}, {1, 1}, {1, 1}};
    assertThat(CountRegression.of(twice, new double[] {1, 2, 3}, new double[3]).poisson())
        .isEmpty();
    assertThat(CountRegression.of(twice, new double[3], new double[3]).negativeBinomial())
        .isEmpty();
  }

  @Test
  void quantilesAreTheSmallestThatReach() {
    for (double size : new double[] {0.7, 4, 1e7}) {
      double sum = 0;
      long count = 0;
      while (sum < 0.995) {
        sum += Math.exp(NegativeBinomial.logProbability(count++, 4.2, size));
        assertThat(NegativeBinomial.atMost(count - 1, 4.2, size)).isCloseTo(sum, within(1e-9));
      }
      assertThat(NegativeBinomial.quantile(0.995, 4.2, size)).isEqualTo(count - 1);
    }
  }
}
