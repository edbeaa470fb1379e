package org.maraude.analyzer.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maraude.analyzer.Ads;
import org.maraude.analyzer.rules.RuleFile;
import org.maraude.analyzer.rules.RuleFiles;
import org.maraude.events.EventJson;
import org.maraude.events.assessment.Queue;

class BacktestTest {

  private static final String HIDDEN =
      " Notre secrétariat répond. Annonce sérieuse. Tel zéro six trente-neuf quatre-vingt-dix-huit"
          + " douze trente-quatre";

  private final List<String> bad = new ArrayList<>();

  private static List<RuleFile> without(String file, String changed) {
    var files = new ArrayList<>(RuleFiles.builtIn());
    files.removeIf(each -> each.name().equals(file));
    files.add(new RuleFile(file, changed));
    return files;
  }

  private Backtest.Report run(List<RuleFile> after, String... bodies) throws IOException {
    var lines = new StringBuilder();
    for (int i = 0; i < bodies.length; i++) {
      lines.append(EventJson.writeLine(Ads.ad(Integer.toString(i), bodies[i]))).append('\n');
    }
    lines.append("no ad\n");
    try (var backtest = Backtest.open(RuleFiles.builtIn(), after)) {
      return backtest.run(
          new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8)),
          new Backtest.Listener() {
            @Override
            public void progress(long ads, long flagged) {}

            @Override
            public void badLine(long number, String reason) {
              bad.add(number + ": " + reason);
            }
          });
    }
  }

  @Test
  void aRuleTakenOutShowsWhatItNoLongerFlagsAndWhoLeavesTheQueue() throws IOException {
    var management =
        RuleFiles.builtIn().stream()
            .filter(each -> each.name().equals("management.yaml"))
            .findFirst()
            .orElseThrow()
            .yaml();
    var changed = management.substring(management.indexOf("- id: management-team"));
    var report =
        run(
            without("management.yaml", changed),
            "Alice." + HIDDEN,
            "Alix, 30 ans.",
            "Bo." + HIDDEN);
    assertThat(report.ads()).isEqualTo(3);
    assertThat(report.before()).containsEntry(Queue.ADULT, 2L).containsEntry(Queue.NONE, 1L);
    assertThat(report.after()).containsEntry(Queue.ADULT, 0L).containsEntry(Queue.NONE, 3L);
    assertThat(report.rules()).containsOnlyKeys("management-bookings");
    var change = java.util.Objects.requireNonNull(report.rules().get("management-bookings"));
    assertThat(change.noLonger()).isEqualTo(2);
    assertThat(change.newly()).isZero();
    assertThat(change.lostExamples())
        .extracting(Backtest.Example::adId)
        .containsExactly("demo:0", "demo:2");
    assertThat(change.lostExamples().getFirst().text())
        .contains("06 ** ** ** 34")
        .doesNotContain("douze");
    assertThat(report.moves()).singleElement().matches(move -> move.ads() == 2);
    assertThat(bad).singleElement().asString().startsWith("4: ");
  }

  @Test
  void theSameRulesChangeNothing() throws IOException {
    var report = run(RuleFiles.builtIn(), "Alice." + HIDDEN, "J'ai 17 ans.");
    assertThat(report.rules()).isEmpty();
    assertThat(report.moves()).isEmpty();
    assertThat(report.after()).isEqualTo(report.before()).containsEntry(Queue.MINOR, 1L);
  }
}
