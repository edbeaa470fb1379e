package org.maraude.standalone.demo.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class QuotaTest {

  @Test
  void sharesComeOutAsWantedWhateverTheWeights() {
    Quota quota = new Quota(0.2, 0.7, 0.1);
    SplittableRandom random = new SplittableRandom(3);
    double[] dealt = new double[3];
    double total = 0;
    for (int i = 0; i < 500; i++) {
      double weight = 1 + random.nextInt(i % 50 == 0 ? 180 : 10);
      dealt[quota.deal(weight)] += weight;
      total += weight;
    }
    assertThat(dealt[0] / total).isBetween(0.19, 0.21);
    assertThat(dealt[1] / total).isBetween(0.68, 0.72);
    assertThat(dealt[2] / total).isBetween(0.09, 0.11);
  }

  @Test
  void whatWasSettledElsewhereCounts() {
    Quota quota = new Quota(0.5, 0.5);
    quota.count(0, 100);
    assertThat(quota.deal(10)).isEqualTo(1);
    assertThat(quota.deal(10)).isEqualTo(1);
  }
}
