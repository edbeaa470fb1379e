package org.maraude.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.events.EventJson;
import org.maraude.events.assessment.Assessment;

class AssessCommandTest {

  private static final String AD =
      """
      {"adId":"s:%d","siteId":"s","url":"http://s.test/%d","observedAt":"2026-11-01T08:00:00Z",\
      "title":"Bonjour","body":"Appelez le 06 39 98 12 34."}
      """;

  private @TempDir Path temp;

  @Test
  void badLinesAreNamedAndSkippedAndTheOthersKeepTheirOrder() throws Exception {
    var file =
        Files.writeString(
            temp.resolve("ads.ndjson"), AD.formatted(1, 1) + "{\"adId\":\n" + AD.formatted(2, 2));
    Files.write(
        file, new byte[] {'{', (byte) 0xff, '}', '\n'}, java.nio.file.StandardOpenOption.APPEND);

    var typed = Typed.run("assess", file.toString());

    assertThat(typed.exit()).isEqualTo(CommandLines.SKIPPED_SOME);
    assertThat(typed.err()).contains("2").contains("4").doesNotContain("06 39 98");
    assertThat(typed.out().lines().map(line -> EventJson.readLine(line, Assessment.class).adId()))
        .containsExactly("s:1", "s:2");
    assertThat(typed.out()).doesNotContain("06 39 98 12 34").doesNotContain("+33639981234");
  }

  @Test
  void contactsStandInClearOnlyWhenAskedFor() throws Exception {
    var file = Files.writeString(temp.resolve("ads.ndjson"), AD.formatted(1, 1));
    var typed = Typed.run("assess", file.toString(), "--reveal-contacts");
    assertThat(typed.exit()).isZero();
    assertThat(typed.out().getBytes(StandardCharsets.UTF_8)).isNotEmpty();
    assertThat(typed.out()).contains("+33639981234");
  }

  @Test
  void aPackedFileIsReadAndQuietSaysNothing() throws Exception {
    var file = temp.resolve("ads.ndjson.gz");
    try (var out = new java.util.zip.GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(AD.formatted(1, 1).getBytes(StandardCharsets.UTF_8));
    }
    var typed = Typed.run("assess", file.toString(), "--quiet", "--no-links");
    assertThat(typed.exit()).isZero();
    assertThat(typed.err()).isEmpty();
    assertThat(typed.out()).contains("\"adId\":\"s:1\"").contains("\"sealed\":\"\"");
  }

  @Test
  void contactsAreSealedWithAnInstallationsKeys() throws Exception {
    var file = Files.writeString(temp.resolve("ads.ndjson"), AD.formatted(1, 1));
    var typed = Typed.run("assess", file.toString(), "--keys", temp.resolve("keys").toString());
    assertThat(typed.out()).doesNotContain("\"sealed\":\"\"");
  }

  @Test
  void whatIsNoFileIsRefusedBeforeAnythingIsWritten() throws Exception {
    var unpacked = Files.writeString(temp.resolve("ads.gz"), "no gzip");
    for (var wrong : new String[] {unpacked.toString(), temp.toString(), temp + "/none"}) {
      var typed = Typed.run("assess", wrong);
      assertThat(typed.exit()).isEqualTo(CommandLines.WRONG_INPUT);
      assertThat(typed.out()).isEmpty();
    }
  }

  @Test
  void backtestRefusesBrokenRulesWithTheirLineAndComparesGoodOnes() throws Exception {
    var ads = Files.writeString(temp.resolve("ads.ndjson"), AD.formatted(1, 1));
    var broken = Files.writeString(temp.resolve("own.yaml"), "- id: x\n  colour: blue\n");
    var refused = Typed.run("backtest", broken.toString(), ads.toString());
    assertThat(refused.exit()).isEqualTo(CommandLines.WRONG_INPUT);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err()).contains("own.yaml:2", "colour");

    var rules = Files.createDirectory(temp.resolve("rules"));
    var same = Typed.run("backtest", rules.toString(), ads.toString(), "--json");
    assertThat(same.exit()).isZero();
    assertThat(same.out()).contains("\"ads\":1").contains("\"rules\":{}");
  }
}
