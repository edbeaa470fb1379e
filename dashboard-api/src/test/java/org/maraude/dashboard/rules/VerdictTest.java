package org.maraude.dashboard.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

  // By hand from (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n) with z = 1.959964.
  @ParameterizedTest
  @CsvSource({
    "0, 10, 0.0000, 0.2775",
    "5, 5, 0.2366, 0.7634",
    "10, 0, 0.7225, 1.0000",
    "1, 99, 0.0018, 0.0545"
  })
  void theShareHasWilsonsInterval(long confirmed, long ordinary, double low, double high) {
    var verdict = new Verdict("a-rule", 1, confirmed, ordinary, 7);
    assertThat(verdict.low()).isCloseTo(low, within(0.0001));
    assertThat(verdict.high()).isCloseTo(high, within(0.0001));
    assertThat(verdict.shown()).isEqualTo(confirmed + ordinary + 7);
  }

  @Test
  void onlyARuleThatIsSurelyUnderItsFloorIsToBeLookedAt() {
    assertThat(new Verdict("a-rule", 1, 0, 10, 0).underFloor()).isFalse();
    assertThat(new Verdict("a-rule", 1, 1, 99, 0).underFloor()).isTrue();
    assertThat(new Verdict("a-rule", 1, 0, 0, 500).underFloor()).isFalse();
  }
}
