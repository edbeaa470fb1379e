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

  private static final String RULE =
      """
      - id: %s
        version: 2
        indicator: management
        group: TEXT
        level: B+
        weight: 0.1
        languages: [fr]
        says: {fr: "Essai", en: "Test"}
        ordinary: {fr: "Un décor", en: "Decoration"}
        source: "invented for a test"
        caveat: {fr: "Pour un test", en: "For a test"}
        match: {any: [{phrase: "%s"}]}
        examples: {hit: ["Une %2$s."], miss: ["Une porte."]}
      """;

  @Test
  void backtestTakesARuleThatMovedToAnotherFileOnceAndSaysWhereItStoodBefore() throws Exception {
    var ad = AD.formatted(1, 1).replace("Bonjour", "Une lanterne verte et une cloche");
    var ads = Files.writeString(temp.resolve("ads.ndjson"), ad);
    var today = Files.createDirectory(temp.resolve("today"));
    Files.writeString(
        today.resolve("first.yaml"),
        RULE.formatted("own-lantern", "lanterne bleue") + RULE.formatted("own-bell", "cloche"));
    var moved =
        Files.writeString(
            temp.resolve("second.yaml"), RULE.formatted("own-lantern", "lanterne verte"));

    var typed =
        Typed.run("backtest", moved.toString(), ads.toString(), "--rules", today.toString());

    assertThat(typed.exit()).isZero();
    assertThat(typed.err()).contains("first.yaml:1: own-lantern");
    assertThat(typed.out()).contains("own-lantern").contains("s:1: Une lanterne verte");
    // The other rule of the file it left fires as before.
    assertThat(typed.out()).doesNotContain("own-bell");
  }

  @Test
  void backtestRefusesARuleFileThatIsNotUtf8InOneLine() throws Exception {
    var ads = Files.writeString(temp.resolve("ads.ndjson"), AD.formatted(1, 1));
    var latin =
        Files.write(temp.resolve("latin.yaml"), "- id: café".getBytes(StandardCharsets.ISO_8859_1));

    var typed = Typed.run("backtest", latin.toString(), ads.toString());

    assertThat(typed.exit()).isEqualTo(CommandLines.WRONG_INPUT);
    assertThat(typed.out()).isEmpty();
    assertThat(typed.err().lines()).singleElement().asString().contains("latin.yaml", "UTF-8");
  }
}
