package org.maraude.benchmarks.revisit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisitTest {

  // The long form with three sites and a month is RevisitBenchmark.
  private static final int DAYS = 6;

  @Test
  void adaptivePollingTellsOfAdsNoLaterWithASmallPartOfTheRequests(@TempDir Path work) {
    var kind = new SimulatedSite.Kind("small", 12, 40, 20);

    var both = RevisitBenchmark.compare(kind, DAYS, 3, work);

    assertThat(both.ours().ads()).as("ads told").isGreaterThan(40);
    assertThat(both.requests()).as("our share of the requests").isLessThan(0.2);
    assertThat(both.ours().meanWait()).isLessThanOrEqualTo(both.fixed().meanWait());
  }
}
