package org.maraude.dashboard.exports.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.dashboard.exports.packages.PackageCheck.Fault;
import org.maraude.dashboard.exports.packages.PackageCheck.Finding;
import org.maraude.dashboard.exports.table.Areas;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReleasePackageTest {

  private static final PublicKeyFile OPEN =
      PublicKeyFile.read(Samples.KEY.publicPem()).orElseThrow();
  private static final String TABLE = "data/maraude-public-departements-2026-q1.csv";

  @TempDir Path folder;

  private static byte[] packed(Map<String, byte[]> files) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    }
    return out.toByteArray();
  }

  private List<Finding> findings(byte[] archive) throws IOException {
    var file = folder.resolve("package.zip");
    Files.write(file, archive);
    return PackageCheck.of(file, OPEN).findings();
  }

  private List<Finding> changed(Consumer<Map<String, byte[]>> change) throws IOException {
    var files = Samples.files(Samples.made(Kind.PUBLIC));
    change.accept(files);
    return findings(packed(files));
  }

  @Test
  void aPackageIsAsItWasSignedAndTheSameWhenMadeAgain() throws Exception {
    for (var kind : Kind.values()) {
      assertThat(findings(Samples.made(kind))).isEmpty();
      assertThat(Samples.made(kind)).isEqualTo(Samples.made(kind));
    }
    assertThat(changed(files -> {})).as("packed again, the files are what they were").isEmpty();
  }

  @Test
  void everyChangedBitOfTheArchivesFilesIsFound() throws Exception {
    var archive = Samples.made(Kind.PUBLIC);
    for (int at = 0; at < archive.length; at += 97) {
      var other = archive.clone();
      other[at] ^= 4;
      var files = read(other);
      if (!files.equals(read(archive))) {
        assertThat(findings(other)).as("byte %d", at).isNotEmpty();
      }
    }
  }

  private static Map<String, String> read(byte[] archive) {
    var texts = new LinkedHashMap<String, String>();
    try {
      Samples.files(archive)
          .forEach((name, content) -> texts.put(name, new String(content, StandardCharsets.UTF_8)));
    } catch (IOException | IllegalArgumentException e) {
      texts.put("unreadable", "");
    }
    return texts;
  }

  @Test
  void oneChangedDigitIsFoundAndNamed() throws Exception {
    assertThat(
            changed(files -> {
              var table = new String(files.get(TABLE), StandardCharsets.UTF_8);
              assertThat(table).contains("1235");
              files.put(TABLE, table.replaceFirst("1235", "1236").getBytes(StandardCharsets.UTF_8));
            }))
        .containsExactly(new Finding(Fault.CHANGED, TABLE));
  }

  @Test
  void aMissingAnAddedAndADoubledFileAreFound() throws Exception {
    assertThat(changed(files -> files.remove("codebook.md")))
        .containsExactly(new Finding(Fault.MISSING, "codebook.md"));
    assertThat(changed(files -> files.put("more.txt", new byte[] {1})))
        .containsExactly(new Finding(Fault.ADDED, "more.txt"));
    assertThat(changed(files -> files.remove("manifest.json")))
        .containsExactly(new Finding(Fault.NO_MANIFEST, "manifest.json"));
    assertThat(changed(files -> files.remove("manifest.sig")))
        .containsExactly(new Finding(Fault.NO_MANIFEST, "manifest.sig"));
  }

  @Test
  void aForeignSignatureAndAMendedListAreFound() throws Exception {
    var foreign =
        new SigningKey(
            new byte[] {
              1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24,
              25, 26, 27, 28, 29, 30, 31, 32
            });
    var theirs = ReleasePackage.of(Samples.facts(Kind.PUBLIC), List.of(), Samples.AREAS, foreign);
    assertThat(findings(theirs)).containsExactly(new Finding(Fault.FOREIGN_KEY, "manifest.json"));
    assertThat(
            changed(files ->
                files.computeIfPresent(
                    "manifest.json",
                    (name, content) ->
                        new String(content, StandardCharsets.UTF_8)
                            .replace("0.50", "0.10")
                            .getBytes(StandardCharsets.UTF_8))))
        .containsExactly(new Finding(Fault.SIGNATURE, "manifest.json"));
    assertThat(findings("no archive at all".getBytes(StandardCharsets.UTF_8)))
        .containsExactly(new Finding(Fault.UNREADABLE, ""));
    assertThat(PublicKeyFile.read("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"))
        .isEmpty();
  }

  @Test
  void noCellIsTakenForAFormula() throws Exception {
    var table =
        new String(Samples.files(Samples.made(Kind.PUBLIC)).get(TABLE), StandardCharsets.UTF_8);
    assertThat(table).contains("\"'=1+1 \"\"Loire\"\", l'autre\"");
    assertThat(table.lines().flatMap(line -> java.util.Arrays.stream(line.split(","))))
        .noneMatch(cell -> cell.startsWith("=") || cell.startsWith("+") || cell.startsWith("@"));
    assertThat(Samples.AREAS.known("=cmd()")).isEqualTo(Areas.UNKNOWN);
  }

  @Test
  void noFileTellsWhenOrWhereItWasMade() throws Exception {
    var archive = Samples.made(Kind.PUBLIC);
    try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        assertThat(entry.getTimeLocal()).as(entry.getName()).isEqualTo("1981-01-01T00:00");
        assertThat(entry.getExtra()).isNull();
        assertThat(entry.getComment()).isNull();
      }
    }
    assertThat(new String(archive, StandardCharsets.ISO_8859_1))
        .doesNotContain(System.getProperty("user.name") + "@", System.getProperty("user.dir"));
  }

  @Test
  void theCsvOpensInDuckDb() throws Exception {
    var csv = folder.resolve("table.csv");
    Files.write(csv, Samples.files(Samples.made(Kind.PUBLIC)).get(TABLE));
    try (var duck = DriverManager.getConnection("jdbc:duckdb:");
        var ask = duck.createStatement();
        var rows =
            ask.executeQuery(
                "select sum(count), count(*), count(*) filter (hidden), min(first_day), typeof(any_value(margin))"
                    + " from read_csv('%s', nullstr = '')".formatted(csv))) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getLong(1)).isEqualTo(3 * 1235);
      assertThat(rows.getLong(2)).isEqualTo(4);
      assertThat(rows.getLong(3)).isEqualTo(1);
      assertThat(rows.getString(4)).isEqualTo("2026-01-01");
      assertThat(rows.getString(5)).isEqualTo("BIGINT");
    }
  }

  @Test
  void theManifestSaysHowTheTableWasMade() throws Exception {
    JsonNode noisy =
        JsonMapper.shared().readTree(Samples.files(Samples.made(Kind.PUBLIC)).get("manifest.json"));
    assertThat(noisy.at("/method/epsilon").asString()).isEqualTo("0.50");
    assertThat(noisy.at("/method/bound").asInt()).isEqualTo(3);
    assertThat(noisy.at("/method/ledgerLine").asInt()).isEqualTo(3);
    assertThat(noisy.at("/software").asString()).isEqualTo("maraude test");
    assertThat(noisy.at("/files")).hasSize(5);
    JsonNode exact =
        JsonMapper.shared()
            .readTree(Samples.files(Samples.made(Kind.RESEARCH)).get("manifest.json"));
    assertThat(exact.at("/method/k").asInt()).isEqualTo(11);
    assertThat(exact.at("/method/epsilon").isMissingNode()).isTrue();
  }
}
