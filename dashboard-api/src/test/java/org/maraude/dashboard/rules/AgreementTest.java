package org.maraude.dashboard.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maraude.dashboard.review.Outcome;
import org.maraude.dashboard.rules.Agreement.Pair;

class AgreementTest {

  private static List<Pair> pairs(int[][] table) {
    var pairs = new ArrayList<Pair>();
    for (int i = 0; i < table.length; i++) {
      for (int j = 0; j < table.length; j++) {
        for (int n = 0; n < table[i][j]; n++) {
          pairs.add(new Pair(Outcome.values()[i], Outcome.values()[j]));
        }
      }
    }
    return pairs;
  }

  @Test
  void kappaIsThatOfThePublishedExampleOfThreeDiagnoses() {
    // Fleiss, Levin and Paik, "Statistical Methods for Rates and Proportions", 3rd ed., section
    // 18.1: 100 persons, two raters, kappa 0.68 of 0.89 observed and 0.66 by chance.
    var agreement = Agreement.of(pairs(new int[][] {{75, 1, 4}, {5, 4, 1}, {0, 0, 10}}));
    assertThat(agreement.pairs()).isEqualTo(100);
    assertThat(agreement.same()).isEqualTo(89);
    assertThat(agreement.kappa()).isCloseTo((0.89 - 0.66) / (1 - 0.66), within(1e-12));
    assertThat(agreement.kappa()).isCloseTo(0.68, within(0.005));
    assertThat(agreement.few()).isFalse();
  }

  @Test
  void theIntervalHoldsKappaAndLiesNearTheNormalOne() {
    // The same source gives 0.087 as the standard error: an interval of 0.51 to 0.85.
    var agreement = Agreement.of(pairs(new int[][] {{75, 1, 4}, {5, 4, 1}, {0, 0, 10}}));
    assertThat(agreement.low()).isLessThan(agreement.kappa()).isCloseTo(0.51, within(0.06));
    assertThat(agreement.high()).isGreaterThan(agreement.kappa()).isCloseTo(0.85, within(0.06));
    assertThat(Agreement.of(pairs(new int[][] {{75, 1, 4}, {5, 4, 1}, {0, 0, 10}})))
        .as("the same pairs give the same interval")
        .isEqualTo(agreement);
  }

  @Test
  void alwaysTheSameIsOneAndAlwaysTheOtherIsBelowZero() {
    assertThat(Agreement.of(pairs(new int[][] {{5, 0}, {0, 5}})).kappa()).isEqualTo(1);
    assertThat(Agreement.of(pairs(new int[][] {{0, 5}, {5, 0}})).kappa()).isEqualTo(-1);
    assertThat(Agreement.of(pairs(new int[][] {{5, 5}, {5, 5}})).kappa()).isZero();
  }

  @Test
  void nothingReadTwiceOrOneAnswerThroughoutGivesNoKappa() {
    assertThat(Agreement.of(List.of()).defined()).isFalse();
    var one = Agreement.of(pairs(new int[][] {{7}}));
    assertThat(one.defined()).isFalse();
    assertThat(one.same()).isEqualTo(7);
    assertThat(one.few()).isTrue();
  }
}
