package org.maraude.standalone.demo.population;

/**
 * Deals weighted items into classes so that the shares come out as wanted, whatever the weights:
 * the class furthest behind its share gets the next item. Drawing at random would let one large
 * advertiser tilt a whole figure. Not thread-safe.
 */
final class Quota {

  private final double[] shares;
  private final double[] dealt;
  private double total;

  /**
   * @param shares sums to 1
   */
  Quota(double... shares) {
    this.shares = shares.clone();
    this.dealt = new double[shares.length];
  }

  /** The class of an item of this weight. */
  int deal(double weight) {
    int furthestBehind = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < shares.length; i++) {
      double behind = shares[i] * (total + weight) - dealt[i];
      if (behind > most) {
        most = behind;
        furthestBehind = i;
      }
    }
    count(furthestBehind, weight);
    return furthestBehind;
  }

  /** Counts an item whose class was settled elsewhere. */
  void count(int index, double weight) {
    dealt[index] += weight;
    total += weight;
  }
}
