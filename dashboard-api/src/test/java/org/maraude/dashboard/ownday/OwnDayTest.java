package org.maraude.dashboard.ownday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OwnDayTest {

  private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");

  private static final Instant MORNING = Instant.parse("2026-03-02T04:00:00Z");

  private static Instant ago(int minutes) {
    return NOW.minus(Duration.ofMinutes(minutes));
  }

  private static OwnDay day(List<Opening> read, Instant now) {
    return OwnDay.of(read, MORNING, now);
  }

  private static Opening at(int minutesAgo, boolean heavy) {
    return new Opening(UUID.randomUUID(), ago(minutesAgo), heavy);
  }

  @Test
  void whoHasReadNothingIsToldNothing() {
    assertThat(day(List.of(), NOW)).isEqualTo(new OwnDay(0, 0, null, false));
  }

  @Test
  void theFifthHeavyItemWithoutAPauseIsEnough() {
    var read = new ArrayList<Opening>();
    for (int minutes : List.of(40, 30, 20, 10)) {
      read.add(at(minutes, true));
    }
    assertThat(day(read, NOW)).isEqualTo(new OwnDay(4, 4, ago(40), false));
    read.add(at(1, false));
    assertThat(day(read, NOW).pauseDue()).isFalse();
    read.add(at(2, true));
    assertThat(day(read, NOW)).isEqualTo(new OwnDay(6, 5, ago(40), true));
  }

  @Test
  void afterAQuarterOfAnHourItBeginsAnew() {
    var read = new ArrayList<Opening>();
    for (int minutes : List.of(60, 58, 56, 54, 52)) {
      read.add(at(minutes, true));
    }
    assertThat(day(read, ago(45)).pauseDue()).isTrue();
    assertThat(day(read, ago(37))).isEqualTo(new OwnDay(5, 5, null, false));
    read.add(at(37, true));
    assertThat(day(read, ago(37))).isEqualTo(new OwnDay(6, 6, ago(37), false));
    assertThat(day(List.of(at(15, true), at(0, true)), NOW).workingSince()).isEqualTo(NOW);
    assertThat(day(List.of(at(14, true), at(0, true)), NOW).workingSince()).isEqualTo(ago(14));
  }

  @Test
  void anHourAndAHalfWithoutAPauseIsEnoughWhateverWasRead() {
    var read = new ArrayList<Opening>();
    for (int minutes = 90; minutes > 0; minutes -= 10) {
      read.add(at(minutes, false));
    }
    assertThat(day(read, NOW)).isEqualTo(new OwnDay(9, 0, ago(90), true));
    read.removeFirst();
    assertThat(day(read, NOW).pauseDue()).isFalse();
  }

  @Test
  void whatIsOpenedAgainCountsOnceAndKeepsTheStretchGoing() {
    var item = UUID.randomUUID();
    var read = new ArrayList<Opening>();
    for (int minutes : List.of(50, 40, 28, 14)) {
      read.add(new Opening(item, ago(minutes), true));
    }
    assertThat(day(read, NOW)).isEqualTo(new OwnDay(1, 1, ago(50), false));
    // What was read before the pause does not weigh on what came after it.
    for (int minutes : List.of(300, 298, 296, 294)) {
      read.add(at(minutes, true));
    }
    assertThat(day(read, NOW)).isEqualTo(new OwnDay(5, 5, ago(50), false));
  }

  @Test
  void aNightsStretchGoesOnWhenTheDayBegins() {
    var night = List.of(at(120, false), at(110, true), at(96, true), at(85, false));
    var day = OwnDay.of(night, ago(90), ago(84));
    assertThat(day).isEqualTo(new OwnDay(1, 0, ago(120), false));
    assertThat(OwnDay.of(night, ago(90), ago(30)).workingSince()).isNull();
  }
}
