package org.maraude.dashboard.statistics;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.special.Gamma;
import org.jspecify.annotations.Nullable;

/**
 * Regression of counts with a log link: negative binomial with the variance {@code mean +
 * mean²/size} (NB2), where the size is estimated by maximum likelihood in turn with the
 * coefficients, as {@code glm.nb} of Venables and Ripley, Modern Applied Statistics with S, does;
 * Poisson where there is no more spread than that.
 */
final class CountRegression {

  /** A size beyond which nobody can tell it from a Poisson distribution. */
  static final double POISSON = 1e6;

  private static final double SMALLEST_SIZE = 1e-3;
  private static final int TURNS = 60;
  private static final int STEPS = 100;
  private static final double CLOSE = 1e-10;

  private final double[][] x;
  private final double[] y;
  private final double[] offset;
  private final double[] weight;

  /**
   * @param x a row an observation
   * @param y counts
   * @param offset added on the log scale
   * @param weight how much each observation counts
   */
  CountRegression(double[][] x, double[] y, double[] offset, double[] weight) {
    this.x = x;
    this.y = y;
    this.offset = offset;
    this.weight = weight;
  }

  static CountRegression of(double[][] x, double[] y, double[] offset) {
    var ones = new double[y.length];
    Arrays.fill(ones, 1);
    return new CountRegression(x, y, offset, ones);
  }

  /** Empty when the columns cannot be told apart or the counts fix nothing. */
  Optional<CountFit> negativeBinomial() {
    try {
      var beta = start();
      double size = POISSON;
      for (int turn = 0; turn < TURNS; turn++) {
        beta = coefficients(beta, size);
        double next = size(means(beta));
        boolean close = Math.abs(Math.log(next / size)) < 1e-9;
        size = next;
        if (close) {
          break;
        }
      }
      return Optional.of(fit(coefficients(beta, size), size));
    } catch (MathRuntimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  /** Empty when the columns cannot be told apart or the counts fix nothing. */
  Optional<CountFit> poisson() {
    return poisson(null);
  }

  /**
   * The same fit, sooner.
   *
   * @param near coefficients that it lies near to; null when none are known
   */
  Optional<CountFit> poisson(double @Nullable [] near) {
    try {
      return Optional.of(fit(coefficients(near == null ? start() : near, POISSON), POISSON));
    } catch (MathRuntimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private double[] start() {
    var beta = new double[x[0].length];
    double sum = 0;
    double base = 0;
    for (int i = 0; i < y.length; i++) {
      sum += weight[i] * y[i];
      base += weight[i] * Math.exp(offset[i]);
    }
    if (sum == 0) {
      throw new ArithmeticException("nothing was counted");
    }
    // The first column is the constant.
    beta[0] = Math.log(sum / base);
    return beta;
  }

  /** Fisher scoring, with a step halved while it makes the likelihood worse. */
  private double[] coefficients(double[] from, double size) {
    var beta = from;
    double likelihood = logLikelihood(means(beta), size);
    for (int step = 0; step < STEPS; step++) {
      var mean = means(beta);
      var score = new double[beta.length];
      for (int i = 0; i < y.length; i++) {
        double part = weight[i] * (y[i] - mean[i]) / (1 + mean[i] / size);
        for (int j = 0; j < score.length; j++) {
          score[j] += part * x[i][j];
        }
      }
      var move =
          new LUDecomposition(information(mean, size))
              .getSolver()
              .solve(new ArrayRealVector(score))
              .toArray();
      var next = plus(beta, move, 1);
      double better = logLikelihood(means(next), size);
      for (int half = 1; half < 20 && !(better >= likelihood - CLOSE); half++) {
        next = plus(beta, move, Math.pow(2, -half));
        better = logLikelihood(means(next), size);
      }
      beta = next;
      boolean close = Math.abs(better - likelihood) < CLOSE * (1 + Math.abs(likelihood));
      likelihood = better;
      if (close) {
        return beta;
      }
    }
    if (!Double.isFinite(likelihood)) {
      throw new ArithmeticException("no finite fit");
    }
    return beta;
  }

  private static double[] plus(double[] beta, double[] move, double share) {
    var sum = beta.clone();
    for (int j = 0; j < sum.length; j++) {
      sum[j] += share * move[j];
    }
    return sum;
  }

  private double[] means(double[] beta) {
    var mean = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      double log = offset[i];
      for (int j = 0; j < beta.length; j++) {
        log += x[i][j] * beta[j];
      }
      mean[i] = Math.exp(log);
    }
    return mean;
  }

  private RealMatrix information(double[] mean, double size) {
    int width = x[0].length;
    var sum = new double[width][width];
    for (int i = 0; i < y.length; i++) {
      double part = weight[i] * mean[i] / (1 + mean[i] / size);
      for (int j = 0; j < width; j++) {
        for (int k = 0; k < width; k++) {
          sum[j][k] += part * x[i][j] * x[i][k];
        }
      }
    }
    return MatrixUtils.createRealMatrix(sum);
  }

  /** Where the derivative of the likelihood by the size is nought, by halving on the log scale. */
  private double size(double[] mean) {
    double low = Math.log(SMALLEST_SIZE);
    double high = Math.log(POISSON);
    if (sizeScore(mean, POISSON) >= 0) {
      return POISSON;
    }
    for (int i = 0; i < STEPS && high - low > 1e-12; i++) {
      double middle = (low + high) / 2;
      if (sizeScore(mean, Math.exp(middle)) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Math.exp((low + high) / 2);
  }

  private double sizeScore(double[] mean, double size) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum +=
          weight[i]
              * (Gamma.digamma(y[i] + size)
                  - Gamma.digamma(size)
                  + 1
                  - Math.log1p(mean[i] / size)
                  - (y[i] + size) / (mean[i] + size));
    }
    return sum;
  }

  private double logLikelihood(double[] mean, double size) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += weight[i] * NegativeBinomial.logProbability(y[i], mean[i], size);
    }
    return sum;
  }

  private CountFit fit(double[] beta, double size) {
    var mean = means(beta);
    var bread = new LUDecomposition(information(mean, size)).getSolver().getInverse();
    return new CountFit(x, y, weight, beta, mean, size, bread, logLikelihood(mean, size));
  }
}
