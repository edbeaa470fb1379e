package org.maraude.benchmarks.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@link KillBenchmark}. */
class KillsIT {

  @Test
  void nothingAcknowledgedIsLostWhenDashboardAndDatabaseAreKilled(@TempDir Path work)
      throws Exception {
    var outcome =
        new KillRig(work, 7, 8, 700)
            .run(List.of(KillRig.Kill.POSTGRES, KillRig.Kill.DASHBOARD, KillRig.Kill.SESSION));
    assertThat(outcome.faults()).isEmpty();
    assertThat(outcome.unanswered()).as("answers that a kill took away").isPositive();
    assertThat(outcome.decisions()).isGreaterThanOrEqualTo(outcome.items());
  }
}
