package org.maraude.analyzer.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.maraude.analyzer.stream.SiteWatch.Change;

class SiteWatchTest {

  private final MovingClock clock = new MovingClock();
  private final SiteWatch watch = new SiteWatch(clock);

  private void fail(String site, int ads) {
    for (int i = 0; i < ads; i++) {
      assertThat(watch.failed(site)).isEqualTo(Change.NONE);
    }
  }

  private void setAside(String site) {
    fail(site, SiteWatch.IN_A_ROW - 1);
    assertThat(watch.failed(site)).isEqualTo(Change.SET_ASIDE);
  }

  @Test
  void aSiteWhoseAdsFailInRowsIsSetAsideAndTheOthersAreNot() {
    setAside("one");
    assertThat(watch.admits("one")).isFalse();
    assertThat(watch.admits("two")).isTrue();
    assertThat(watch.aside()).isEqualTo(1);
  }

  @Test
  void oneAdThatIsTakenEndsTheRow() {
    fail("one", SiteWatch.IN_A_ROW - 1);
    assertThat(watch.worked("one")).isEqualTo(Change.NONE);
    fail("one", SiteWatch.IN_A_ROW - 1);
    assertThat(watch.admits("one")).isTrue();
  }

  @Test
  void oneAdIsTriedAgainAndBringsTheSiteBackOrLeavesItAside() {
    setAside("one");
    clock.pass(SiteWatch.TRIED_AGAIN_AFTER.minus(Duration.ofSeconds(1)));
    assertThat(watch.admits("one")).isFalse();
    clock.pass(Duration.ofSeconds(1));
    assertThat(watch.admits("one")).isTrue();
    assertThat(watch.failed("one")).isEqualTo(Change.NONE);
    assertThat(watch.admits("one")).isFalse();
    clock.pass(SiteWatch.TRIED_AGAIN_AFTER);
    assertThat(watch.worked("one")).isEqualTo(Change.BACK);
    assertThat(watch.admits("one")).isTrue();
    assertThat(watch.aside()).isZero();
  }
}
