package org.maraude.analyzer.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.analyzer.Ads;
import org.maraude.analyzer.rules.RuleFiles;
import org.maraude.contacts.KeyFolder;
import org.maraude.events.EventJson;
import org.maraude.events.assessment.Assessment;

class AssessFileTest {

  @TempDir Path folder;
  private final List<String> bad = new ArrayList<>();
  private final List<Long> backwards = new ArrayList<>();
  private final List<AssessFile.Result> progress = new ArrayList<>();
  private final AssessFile.Listener listener =
      new AssessFile.Listener() {
        @Override
        public void progress(AssessFile.Result soFar) {
          progress.add(soFar);
        }

        @Override
        public void badLine(long number, String reason) {
          bad.add(number + ": " + reason);
        }

        @Override
        public void runsBackwards(long number) {
          backwards.add(number);
        }

        @Override
        public void readsAgain() {}
      };

  private AssessFile open(boolean reveal) {
    var keys =
        KeyFolder.openOrCreate(folder.resolve("keys"), Clock.fixed(Ads.NOON, ZoneOffset.UTC));
    return AssessFile.open(RuleFiles.builtIn(), keys, reveal);
  }

  private static byte[] line(String id, String body) {
    return EventJson.write(Ads.ad(id, body));
  }

  private static byte[] lines(byte[]... lines) {
    var all = new ByteArrayOutputStream();
    for (var line : lines) {
      all.writeBytes(line);
      all.write('\n');
    }
    return all.toByteArray();
  }

  private static List<Assessment> read(ByteArrayOutputStream out) {
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> EventJson.readLine(line, Assessment.class))
        .toList();
  }

  @Test
  void badLinesAreToldByNumberAndTheOthersComeOutInOrder() throws IOException {
    var half =
        new String(line("5", "X"), StandardCharsets.UTF_8)
            .replace("\"X\"", "\"\\uD83C\"")
            .getBytes(StandardCharsets.UTF_8);
    var in =
        lines(
            line("1", "Bonjour, j'ai 16 ans."),
            "{\"adId\": 3".getBytes(StandardCharsets.UTF_8),
            "".getBytes(StandardCharsets.UTF_8),
            new byte[] {'{', (byte) 0xC3, '}'},
            half,
            line("2", "Bonsoir\u2028à tous"));
    var out = new ByteArrayOutputStream();
    try (var file = open(false)) {
      var result = file.run(new ByteArrayInputStream(in), out, listener);
      assertThat(result).isEqualTo(new AssessFile.Result(3, 0, 1, 2, 0));
    }
    assertThat(read(out))
        .extracting(Assessment::adId)
        .containsExactly("demo:1", "demo:5", "demo:2");
    assertThat(read(out).get(1).body()).isEqualTo("\uFFFD");
    assertThat(bad).hasSize(2);
    assertThat(bad.get(0)).startsWith("2: ");
    assertThat(bad.get(1)).startsWith("4: not UTF-8");
    assertThat(progress).last().isEqualTo(new AssessFile.Result(3, 0, 1, 2, 0));
  }

  @Test
  void aByteOrderMarkWindowsLineEndsAndAMissingLastLineEndAreTaken() throws IOException {
    var in = new ByteArrayOutputStream();
    in.writeBytes("\uFEFF".getBytes(StandardCharsets.UTF_8));
    in.writeBytes(line("1", "Bonjour"));
    in.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    in.writeBytes(line("2", "Bonsoir"));
    var out = new ByteArrayOutputStream();
    try (var file = open(false)) {
      file.run(new ByteArrayInputStream(in.toByteArray()), out, listener);
    }
    assertThat(bad).isEmpty();
    assertThat(read(out)).hasSize(2);
  }

  @Test
  void contactsStandInClearOnlyWhenAskedFor() throws IOException {
    var in = lines(line("1", "Tél 06 39 98 12 34"));
    for (boolean reveal : new boolean[] {false, true}) {
      var out = new ByteArrayOutputStream();
      try (var file = open(reveal)) {
        file.run(new ByteArrayInputStream(in), out, listener);
      }
      assertThat(out.toString(StandardCharsets.UTF_8).contains("+33639981234")).isEqualTo(reveal);
    }
  }

  @Test
  void anEndlessLineIsSkippedAndNeverHeld() throws IOException {
    long length = 200L * 1024 * 1024;
    try (var file = open(false)) {
      var result = file.run(new Letters(length), OutputStream.nullOutputStream(), listener);
      assertThat(result.bad()).isEqualTo(1);
    }
    assertThat(bad).singleElement().asString().startsWith("1: longer than");
  }

  /** So many letters and no line end. */
  private static final class Letters extends InputStream {
    private long left;

    Letters(long length) {
      this.left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? 'a' : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int read = (int) Math.min(length, left);
      java.util.Arrays.fill(into, offset, offset + read, (byte) 'a');
      left -= read;
      return read;
    }
  }

  @Test
  void adsAreLinkedAsTheyAreReadAndThoseThatMeanSomethingElseByNowComeOnceMore()
      throws IOException {
    var body =
        "Annonce sérieuse, notre équipe répond, prenez rendez-vous avec le secrétariat, café offert,"
            + " parking facile dans la rue, à bientôt. Je m'appelle %s. Tel 06 39 98 12 30 ou 06 39 98 12 3%d";
    var in =
        lines(
            line("1", body.formatted("Alba", 4)),
            line("2", body.formatted("Brune", 5)),
            line("3", body.formatted("Chloris", 6)),
            line("4", "Bonjour."));
    var out = new ByteArrayOutputStream();
    try (var file = open(false)) {
      var result = file.withLinks().run(new ByteArrayInputStream(in), out, listener);
      assertThat(result).isEqualTo(new AssessFile.Result(4, 3, 0, 0, 2));
    }
    var read = read(out);
    assertThat(read.stream().map(ad -> ad.adId() + " " + ad.revision() + " " + ad.queue()))
        .containsExactly(
            "demo:1 1 NONE",
            "demo:2 1 NONE",
            "demo:3 1 ADULT",
            "demo:4 1 NONE",
            "demo:1 2 ADULT",
            "demo:2 2 ADULT");
    assertThat(read.get(4).why()).contains("changed:NONE>ADULT", "changed:shared-template");
    assertThat(read.get(2).links().template()).isEqualTo("demo:1");
    assertThat(read.get(2).links().templateContacts()).isEqualTo(4);
    assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("06 39 98 12");
    assertThat(backwards).isEmpty();
  }

  @Test
  void timesThatRunBackwardsAreToldOnceWithTheLine() throws IOException {
    var late = EventJson.write(Ads.ad("1", "Annonce", "un", Ads.NOON.plusSeconds(9), null));
    var in = lines(late, line("2", "deux"), late, line("3", "trois"));
    try (var file = open(false)) {
      file.withLinks().run(new ByteArrayInputStream(in), new ByteArrayOutputStream(), listener);
    }
    assertThat(backwards).containsExactly(2L);
  }
}
