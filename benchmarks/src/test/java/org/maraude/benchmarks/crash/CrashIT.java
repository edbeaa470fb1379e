package org.maraude.benchmarks.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.standalone.demo.CrashSite;

class CrashIT {

  // The long form with ten kills is CrashBenchmark.
  private static final int KILLS = 3;
  private static final Duration LATEST_KILL = Duration.ofSeconds(15);

  @Test
  void aRunThatIsKilledAgainAndAgainEndsWithTheSameAdsEachOnce(@TempDir Path work)
      throws Exception {
    var outcome = new CrashRig(work, 7, LATEST_KILL).run(KILLS);

    assertThat(outcome.kills()).hasSize(KILLS);
    assertThat(outcome.ads()).isEqualTo(CrashSite.ADS);
    assertThat(outcome.missing()).isEmpty();
    assertThat(outcome.extra()).isEmpty();
    assertThat(outcome.repeated()).isEmpty();
    assertThat(outcome.flagged()).isPositive();
    assertThat(outcome.unqueued()).isEmpty();
  }
}
