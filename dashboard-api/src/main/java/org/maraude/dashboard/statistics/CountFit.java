package org.maraude.dashboard.statistics;

import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * A fitted {@link CountRegression}.
 *
 * @param size of the negative binomial; {@link CountRegression#POISSON} for none
 * @param bread inverse information: the covariance if the model were true
 */
@SuppressWarnings("ArrayRecordComponent")
record CountFit(
    double[][] x,
    double[] y,
    double[] weight,
    double[] coefficients,
    double[] mean,
    double size,
    RealMatrix bread,
    double logLikelihood) {

  int degrees() {
    return y.length - coefficients.length;
  }

  /** Residuals over their standard deviation under the model. */
  double[] pearson() {
    var residuals = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      residuals[i] = (y[i] - mean[i]) / Math.sqrt(mean[i] * (1 + mean[i] / size));
    }
    return residuals;
  }

  /** How much more the counts spread than the model says; weighted. */
  double spread() {
    var residuals = pearson();
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < y.length; i++) {
      sum += weight[i] * residuals[i] * residuals[i];
      weights += weight[i];
    }
    return sum / (weights - coefficients.length);
  }

  /** How much each observation pulls its own mean, 0 to 1. */
  double[] leverage() {
    var leverage = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      leverage[i] = weight[i] * mean[i] / (1 + mean[i] / size) * product(x[i], bread.operate(x[i]));
    }
    return leverage;
  }

  /** The variance of a linear predictor. */
  double variance(double[] row) {
    return product(row, bread.operate(row));
  }

  /**
   * The covariance that holds if the mean is right and the spread is not: the sandwich HC3
   * (MacKinnon and White, Journal of Econometrics 29, 1985), and with a lag that of Newey and West
   * (Econometrica 55, 1987) with Bartlett's weights.
   *
   * @param time of each observation, in periods; what lies further apart than the lag is
   *     independent
   * @param lag 0 for none
   */
  RealMatrix robust(long[] time, int lag) {
    int width = coefficients.length;
    var leverage = leverage();
    var scores = new double[y.length][width];
    for (int i = 0; i < y.length; i++) {
      double part =
          weight[i] * (y[i] - mean[i]) / (1 + mean[i] / size) / Math.max(1e-6, 1 - leverage[i]);
      for (int j = 0; j < width; j++) {
        scores[i][j] = part * x[i][j];
      }
    }
    var meat = new double[width][width];
    for (int i = 0; i < y.length; i++) {
      add(meat, scores[i], scores[i], 1);
      for (int other = i - 1; other >= 0 && time[i] - time[other] <= lag; other--) {
        double share = 1 - (time[i] - time[other]) / (lag + 1.0);
        add(meat, scores[i], scores[other], share);
        add(meat, scores[other], scores[i], share);
      }
    }
    return bread.multiply(MatrixUtils.createRealMatrix(meat)).multiply(bread);
  }

  /** Correlation of neighbouring Pearson residuals. */
  double autocorrelation(long[] time) {
    var residuals = pearson();
    double all = 0;
    double pairs = 0;
    for (int i = 0; i < y.length; i++) {
      all += residuals[i] * residuals[i];
      if (i > 0 && time[i] - time[i - 1] == 1) {
        pairs += residuals[i] * residuals[i - 1];
      }
    }
    return all == 0 ? 0 : pairs / all;
  }

  private static void add(double[][] sum, double[] left, double[] right, double share) {
    for (int j = 0; j < left.length; j++) {
      for (int k = 0; k < right.length; k++) {
        sum[j][k] += share * left[j] * right[k];
      }
    }
  }

  private static double product(double[] left, double[] right) {
    double sum = 0;
    for (int j = 0; j < left.length; j++) {
      sum += left[j] * right[j];
    }
    return sum;
  }
}
