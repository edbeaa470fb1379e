package org.maraude.benchmarks.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyzerCrashIT {

  private static final int ADS = 2_000;
  private static final int KILLS = 2;
  private static final Duration LATEST_KILL = Duration.ofMillis(600);

  @Test
  void oneAnalyzerOrTwoKilledAgainAndAgainAssessEachAdOnceAsAnUndisturbedOneDoes(@TempDir Path work)
      throws Exception {
    var ads = InventedAds.of(7, ADS);
    try (var threads = Executors.newFixedThreadPool(3)) {
      var calm =
          threads.submit(
              () -> new AnalyzerRig(work.resolve("calm"), ads, 1, 1, LATEST_KILL).run(0));
      var one =
          threads.submit(
              () -> new AnalyzerRig(work.resolve("one"), ads, 1, 2, LATEST_KILL).run(KILLS));
      var two =
          threads.submit(
              () -> new AnalyzerRig(work.resolve("two"), ads, 2, 3, LATEST_KILL).run(KILLS));
      for (var disturbed : java.util.List.of(one.get(), two.get())) {
        System.out.println("ads told at each kill: " + disturbed.killedAt());
        assertThat(disturbed.assessed().repeated()).isEmpty();
        assertThat(disturbed.assessed().told()).hasSize(ADS);
        assertThat(disturbed.assessed().ads()).isEqualTo(calm.get().assessed().ads());
        assertThat(disturbed.counted()).isEqualTo(ADS);
        assertThat(disturbed.killedAt()).anyMatch(told -> told > 0 && told < ADS);
      }
      assertThat(calm.get().assessed().repeated()).isEmpty();
      assertThat(calm.get().counted()).isEqualTo(ADS);
    }
  }
}
