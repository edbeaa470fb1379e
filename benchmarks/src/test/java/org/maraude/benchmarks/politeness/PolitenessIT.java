package org.maraude.benchmarks.politeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolitenessIT {

  // The long form with 200 hosts and three crawlers is PolitenessBenchmark.
  private static final PolitenessRig.Size SHORT =
      new PolitenessRig.Size(
          22,
          8,
          2,
          Duration.ofSeconds(20),
          new Step.Roughness(
              Duration.ofSeconds(8), Duration.ofSeconds(12), Duration.ofSeconds(4), false),
          Duration.ofMinutes(2),
          3);

  @Test
  void crawlersThatAreKilledKeepEveryGapAndPublishEveryAdOnce(@TempDir Path work) throws Exception {
    var outcome = new PolitenessRig(work, SHORT).run();

    assertThat(outcome.kills()).isGreaterThanOrEqualTo(2);
    assertThat(outcome.sharing()).isEqualTo(SHORT.crawlers());
    assertThat(outcome.gaps().tooShort()).isEmpty();
    assertThat(outcome.gaps().forbidden()).isEmpty();
    assertThat(outcome.delivered().missing()).isEmpty();
    assertThat(outcome.delivered().doubled()).isEmpty();
    assertThat(outcome.delivered().unexpected()).isEmpty();
  }
}
