package org.maraude.dashboard.rounds.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HidingTest {

  private static Hiding.Hidden of(Map<String, Long> counts) {
    return Hiding.of(counts, Set.of());
  }

  @Test
  void whatIsLargeOrNoughtIsShown() {
    assertThat(of(Map.of("44", 11L, "49", 0L, "85", 300L)))
        .isEqualTo(new Hiding.Hidden(Set.of(), false));
  }

  @Test
  void oneSmallCountTakesTheSmallestOtherWithIt() {
    assertThat(of(Map.of("44", 3L, "49", 12L, "85", 300L)))
        .isEqualTo(new Hiding.Hidden(Set.of("44", "49"), false));
  }

  @Test
  void twoSmallCountsThatAreFewTogetherTakeAThirdWithThem() {
    assertThat(of(Map.of("44", 3L, "49", 2L, "85", 300L)))
        .isEqualTo(new Hiding.Hidden(Set.of("44", "49", "85"), false));
    assertThat(of(Map.of("44", 7L, "49", 8L, "85", 300L)))
        .isEqualTo(new Hiding.Hidden(Set.of("44", "49"), false));
  }

  @Test
  void whereNoOtherIsLeftTheTotalIsHidden() {
    assertThat(of(Map.of("44", 3L))).isEqualTo(new Hiding.Hidden(Set.of("44"), true));
    assertThat(of(Map.of("44", 3L, "49", 0L))).isEqualTo(new Hiding.Hidden(Set.of("44"), true));
    assertThat(of(Map.of("44", 3L, "49", 4L)))
        .isEqualTo(new Hiding.Hidden(Set.of("44", "49"), true));
  }

  @Test
  void whatIsHiddenForAnotherReasonCountsAsHidden() {
    assertThat(Hiding.of(Map.of("2026-01", 40L, "2026-02", 50L, "2026-03", 60L), Set.of("2026-02")))
        .isEqualTo(new Hiding.Hidden(Set.of("2026-02", "2026-01"), false));
  }

  /** Who subtracts what is shown from the total learns of two counts at least, and eleven. */
  @Test
  void noSumOfManyTellsASmallCount() {
    var random = new Random(11);
    for (int i = 0; i < 2_000; i++) {
      var counts = new HashMap<String, Long>();
      for (int n = random.nextInt(6); n >= 0; n--) {
        counts.put("d" + n, (long) random.nextInt(random.nextBoolean() ? 15 : 60));
      }
      var hidden = of(counts);
      counts.forEach((part, count) -> {
        if (count > 0 && count < Hiding.SMALLEST) {
          assertThat(hidden.parts()).as(counts.toString()).contains(part);
        }
      });
      if (!hidden.total() && !hidden.parts().isEmpty()) {
        long left = hidden.parts().stream().mapToLong(counts::get).sum();
        assertThat(left).as(counts.toString()).isGreaterThanOrEqualTo(Hiding.SMALLEST);
        assertThat(hidden.parts()).as(counts.toString()).hasSizeGreaterThan(1);
      }
    }
  }
}
