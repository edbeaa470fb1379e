package org.maraude.dashboard.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private static SignInThrottle after(int failures) {
    var throttle = SignInThrottle.NONE;
    for (int i = 0; i < failures; i++) {
      throttle = throttle.failed(NOON);
    }
    return throttle;
  }

  @Test
  void twoMistakesAreFree() {
    assertThat(after(2).waits(NOON)).isZero();
  }

  @Test
  void theWaitDoublesUpToHalfAMinute() {
    assertThat(after(3).waits(NOON)).isEqualTo(Duration.ofSeconds(1));
    assertThat(after(4).waits(NOON)).isEqualTo(Duration.ofSeconds(2));
    assertThat(after(1_000).waits(NOON)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void whoWaitedIsLookedAtAndAQuarterOfAnHourLaterAllIsForgotten() {
    assertThat(after(50).waits(NOON.plusSeconds(30))).isZero();
    assertThat(after(50).failed(NOON.plus(Duration.ofMinutes(15))).failures()).isEqualTo(1);
  }
}
