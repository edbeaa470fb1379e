package org.maraude.analyzer.links.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DayGateTest {

  private static final Instant NOW = Instant.parse("2026-11-20T00:00:05Z");
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
  private static final LocalDate TUESDAY = MONDAY.plusDays(1);
  private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);

  private final DayGate gate = new DayGate(3);

  private boolean opens(LocalDate day, Duration waited) {
    return gate.opens(day, NOW.minus(waited), NOW);
  }

  private void begin() {
    for (int i = 0; i < 3; i++) {
      gate.heard(i, MONDAY);
    }
    assertThat(opens(MONDAY, Duration.ZERO)).isTrue();
  }

  @Test
  void nothingOpensBeforeEveryPartitionWasHeardOf() {
    gate.heard(0, TUESDAY);
    gate.heard(1, MONDAY);
    assertThat(gate.admits(MONDAY)).isFalse();
    assertThat(opens(MONDAY, Duration.ZERO)).isFalse();
    gate.quiet(2);
    assertThat(opens(MONDAY, Duration.ZERO)).isTrue();
    assertThat(gate.admits(MONDAY.minusDays(9))).isTrue();
    assertThat(gate.admits(TUESDAY)).isFalse();
  }

  @Test
  void aDayOpensWhenEveryPartitionHasComeToItOrIsQuiet() {
    begin();
    gate.heard(0, TUESDAY);
    assertThat(opens(TUESDAY, Duration.ZERO)).isFalse();
    gate.heard(1, WEDNESDAY);
    assertThat(opens(TUESDAY, Duration.ZERO)).isFalse();
    gate.quiet(2);
    assertThat(opens(TUESDAY, Duration.ZERO)).isTrue();
    assertThat(opens(WEDNESDAY, Duration.ZERO)).isFalse();
  }

  @Test
  void aPartitionThatNobodyReadsHoldsUpNothingForLongerThanAMinute() {
    begin();
    gate.heard(0, TUESDAY);
    assertThat(opens(TUESDAY, DayGate.LONGEST.minusMillis(1))).isFalse();
    assertThat(opens(TUESDAY, DayGate.LONGEST)).isTrue();
  }

  @Test
  void whatStoodBeforeARestartStandsAfterIt() {
    begin();
    var later = gate.heard(0, TUESDAY);
    var again = new DayGate(3);
    assertThat(later).isNotNull();
    again.restore(
        gate.open(),
        Map.of(0, later, 1, new DayGate.Heard(MONDAY, false), 2, new DayGate.Heard(MONDAY, true)));
    assertThat(again.heard(0, TUESDAY)).isNull();
    assertThat(again.admits(MONDAY)).isTrue();
    assertThat(again.opens(TUESDAY, NOW, NOW)).isFalse();
    again.heard(1, TUESDAY);
    assertThat(again.opens(TUESDAY, NOW, NOW)).isTrue();
  }
}
