package org.maraude.benchmarks.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.benchmarks.console.KillRig.Kill;

class KillsIT {

  // The long form with drawn kills is KillBenchmark.
  private static final List<Kill> KILLS = List.of(Kill.SESSION, Kill.DASHBOARD, Kill.POSTGRES);
  private static final int PEOPLE = 12;
  private static final int ITEMS = 400;

  @Test
  @Timeout(value = 8, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void nothingAcknowledgedIsLostAndNothingIsHeldTwiceUnderKills(@TempDir Path work)
      throws Exception {
    var outcome = new KillRig(work, 7, PEOPLE, ITEMS).run(KILLS);

    assertThat(outcome.faults()).isEmpty();
    assertThat(outcome.decisions()).isGreaterThanOrEqualTo(outcome.items());
    // Else the kills fell on nobody.
    assertThat(outcome.unanswered()).isPositive();
  }
}
