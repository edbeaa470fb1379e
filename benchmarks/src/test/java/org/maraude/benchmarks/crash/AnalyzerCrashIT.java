package org.maraude.benchmarks.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maraude.events.ads.ObservedAd;

class AnalyzerCrashIT {

  // The long form with more ads and kills is AnalyzerCrashBenchmark.
  private static final int ADS = 300;
  private static final int KILLS = 1;
  private static final Duration LATEST_KILL = Duration.ofMillis(300);

  private static final List<ObservedAd> INVENTED = InventedAds.of(7, ADS);
  private static AssessedAds expected;

  @BeforeAll
  static void assessUndisturbed(@TempDir Path keys) {
    expected = AssessedAds.expectedOf(INVENTED, keys);
  }

  @ParameterizedTest(name = "{0} analyzers")
  @ValueSource(ints = {1, 2})
  void killedWhileTheyAssessAnalyzersTellAndCountEachAdOnce(int instances, @TempDir Path work)
      throws Exception {
    var rest = new AnalyzerRig(work, INVENTED, instances, 1 + instances, LATEST_KILL).run(KILLS);

    assertThat(rest.killedAt()).hasSize(KILLS).allMatch(told -> told > 0 && told < ADS);
    assertThat(rest.assessed().ads()).hasSize(ADS).isEqualTo(expected.ads());
    assertThat(rest.assessed().repeated()).isEmpty();
    assertThat(rest.assessed().flagged()).isEqualTo(expected.flagged()).isNotEmpty();
    assertThat(rest.counted()).isEqualTo(ADS);
  }
}
