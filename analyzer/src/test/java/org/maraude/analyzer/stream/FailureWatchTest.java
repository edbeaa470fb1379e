package org.maraude.analyzer.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailureWatchTest {

  private final MovingClock clock = new MovingClock();
  private final FailureWatch watch = new FailureWatch(clock);

  private void work(int records) {
    for (int i = 0; i < records; i++) {
      assertThat(watch.worked()).isEmpty();
    }
  }

  private void fail(String site, int records) {
    for (int i = 0; i < records; i++) {
      assertThat(watch.failed(site)).isEmpty();
    }
  }

  @Test
  void fivePercentOfTwoHundredFromTwoSitesStopWithTheFiguresInTheReason() {
    work(190);
    fail("one", 5);
    fail("two", 4);
    assertThat(watch.failed("two").orElseThrow())
        .startsWith("10 of the 200 records of the last minute failed, from 2 sites");
  }

  @Test
  void aRecordThatWorksMayBeTheTwoHundredth() {
    work(189);
    fail("one", 5);
    fail("two", 5);
    assertThat(watch.worked()).isPresent();
  }

  @Test
  void oneSiteAloneNeverStopsTheOthers() {
    work(100);
    fail("one", 10_000);
  }

  @Test
  void underFivePercentNothingStops() {
    work(191);
    fail("one", 5);
    fail("two", 4);
    work(100);
  }

  @Test
  void fewerThanTwoHundredRecordsSayNothing() {
    fail("one", 100);
    fail("two", FailureWatch.AT_LEAST - 101);
  }

  @Test
  void whatIsOlderThanAMinuteIsForgotten() {
    fail("one", 100);
    clock.pass(Duration.ofSeconds(60));
    fail("two", 100);
    clock.pass(Duration.ofSeconds(59));
    fail("two", 99);
    // The first hundred of the second minute still count.
    assertThat(watch.failed("one")).isPresent();
  }

  @Test
  void aClockThatIsSetBackNeitherFailsNorCountsWhatIsToCome() {
    fail("one", 150);
    clock.pass(Duration.ofSeconds(-30));
    fail("two", 150);
  }
}
