package org.maraude.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.dashboard.exports.noise.Epsilon;
import org.maraude.dashboard.exports.packages.Facts;
import org.maraude.dashboard.exports.packages.Kind;
import org.maraude.dashboard.exports.packages.ReleasePackage;
import org.maraude.dashboard.exports.packages.SigningKey;
import org.maraude.dashboard.exports.table.Areas;
import org.maraude.dashboard.exports.table.Grid;
import org.maraude.dashboard.exports.table.Level;
import org.maraude.dashboard.exports.table.Quarter;
import org.maraude.dashboard.exports.table.Row;
import org.maraude.dashboard.exports.table.Spot;

/** What {@code verify} says and how it ends. */
class VerifyCommandTest {

  private static final SigningKey KEY = new SigningKey(new byte[32]);

  @TempDir Path folder;
  private Path archive;
  private Path key;

  @BeforeEach
  void write() throws Exception {
    archive = folder.resolve("package.zip");
    key = folder.resolve("key.pem");
    Files.writeString(key, KEY.publicPem());
    var facts =
        new Facts(
            UUID.nameUUIDFromBytes(new byte[0]),
            Kind.PUBLIC,
            Grid.DEPARTEMENTS,
            new Quarter(2026, 1),
            Instant.EPOCH,
            "test",
            new Epsilon(50),
            20L,
            1L);
    var row = new Row(new Spot(Grid.DEPARTEMENTS, Level.DEPARTEMENT, "44", "2026-Q1"), 1235L);
    var areas = new Areas(Map.of("44", "52"), Map.of());
    Files.write(archive, ReleasePackage.of(facts, List.of(row), areas, KEY));
  }

  private static String said(Typed run) {
    return run.out() + run.err();
  }

  @Test
  void aPackageThatIsAsItWasSigned() {
    var run = Typed.run("verify", archive.toString(), "--key", key.toString());
    assertThat(run.exit()).as(said(run)).isZero();
    assertThat(said(run)).contains("PUBLIC DEPARTEMENTS 2026-Q1");
  }

  @Test
  void oneChangedDigit() throws Exception {
    var text = Files.readString(archive, StandardCharsets.ISO_8859_1);
    Files.writeString(archive, text.replace(",1235,", ",1236,"), StandardCharsets.ISO_8859_1);
    var run = Typed.run("verify", archive.toString(), "--key", key.toString());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(said(run)).contains("data/maraude-public-departements-2026-q1.csv");
  }

  @Test
  void aForeignKey() throws Exception {
    Files.writeString(
        key,
        new SigningKey("another key that nobody else has".getBytes(StandardCharsets.US_ASCII))
            .publicPem());
    var run = Typed.run("verify", archive.toString(), "--key", key.toString());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(said(run)).contains("manifest.json");
  }

  @Test
  void aFileThatIsNotThereAndAKeyThatIsNone() throws Exception {
    var gone = Typed.run("verify", folder.resolve("gone.zip").toString(), "--key", key.toString());
    assertThat(gone.exit()).isEqualTo(2);
    assertThat(said(gone)).contains("gone.zip");
    Files.writeString(key, "no key");
    var none = Typed.run("verify", archive.toString(), "--key", key.toString());
    assertThat(none.exit()).isEqualTo(2);
    assertThat(said(none)).contains("key.pem");
    assertThat(Typed.run("verify", archive.toString()).exit()).isEqualTo(2);
    assertThat(Typed.run("export", "--quarter", "2026-Q1").exit()).isEqualTo(2);
  }
}
