package org.maraude.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.HybridEncrypt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFolderTest {

  private static final CanonicalContact CONTACT =
      new CanonicalContact(ContactKind.PHONE, "+33639981204");

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-23T10:00:00Z"));
  private final Clock clock =
      new Clock() {
        private final InstantSource source = now::get;

        @Override
        public Instant instant() {
          return source.instant();
        }

        @Override
        public ZoneOffset getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
          return source.withZone(zone);
        }
      };

  @TempDir Path parent;
  private Path folder = Path.of("unset");

  @BeforeEach
  void nameTheFolder() {
    folder = parent.resolve("keys");
  }

  @Test
  void theFirstStartMakesKeysThatOnlyTheirOwnerMayRead() throws IOException {
    KeyFolder.openOrCreate(folder, clock);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path path : files.toList()) {
        String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        assertThat(permissions)
            .as(path.toString())
            .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
      }
    }
    assertThat(folder.resolve("public/2026-11-23")).exists();
    assertThat(folder.resolve("private/2026-11-24")).exists();
  }

  @Test
  void whatIsSealedOpensAgainAlsoAfterARestart() {
    String sealed = KeyFolder.openOrCreate(folder, clock).sealer().seal(CONTACT);
    assertThat(sealed).startsWith("2026-11-23:").doesNotContain("639981204");
    assertThat(KeyFolder.openOrCreate(folder, clock).opener().open(sealed)).isEqualTo(CONTACT);
  }

  @Test
  void whatWasSealedToTheDaysKeyItselfStillOpens() throws Exception {
    KeyFolder keys = KeyFolder.openOrCreate(folder, clock);
    byte[] key = Files.readAllBytes(folder.resolve("public/2026-11-23"));
    byte[] sealed =
        SealingKeys.primitive(SealingKeys.readPublic(key), HybridEncrypt.class)
            .encrypt(
                CONTACT.text().getBytes(StandardCharsets.UTF_8), SealingKeys.context("2026-11-23"));
    String value = "2026-11-23:" + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    assertThat(keys.opener().open(value)).isEqualTo(CONTACT);
  }

  @Test
  void aDataKeySealsAThousandAndNoTwoValuesAreAlike() {
    KeyFolder keys = KeyFolder.openOrCreate(folder, clock);
    ContactSealer sealer = keys.sealer();
    List<String> sealed = new ArrayList<>();
    for (int i = 0; i < 2 * DataKey.SEALS + 1; i++) {
      sealed.add(sealer.seal(CONTACT));
    }
    assertThat(sealed).doesNotHaveDuplicates();
    assertThat(sealed.stream().map(value -> value.substring(0, value.indexOf('.'))).distinct())
        .hasSize(3);
    assertThat(keys.opener().open(sealed.getLast())).isEqualTo(CONTACT);
  }

  @Test
  void partsOfTwoValuesMakeNone() {
    KeyFolder keys = KeyFolder.openOrCreate(folder, clock);
    String one = keys.sealer().seal(CONTACT);
    String other = keys.sealer().seal(CONTACT);
    String mixed = one.substring(0, one.indexOf('.')) + other.substring(other.indexOf('.'));
    assertThatThrownBy(() -> keys.opener().open(mixed)).isInstanceOf(SealException.class);
  }

  @Test
  void tokensStayTheSameAfterARestart() {
    String before = KeyFolder.openOrCreate(folder, clock).tokens().token(CONTACT);
    assertThat(KeyFolder.openOrCreate(folder, clock).tokens().token(CONTACT)).isEqualTo(before);
  }

  @Test
  void anotherFolderNeitherSharesTokensNorOpens() {
    KeyFolder one = KeyFolder.openOrCreate(folder, clock);
    KeyFolder other = KeyFolder.openOrCreate(parent.resolve("other"), clock);
    assertThat(other.tokens().token(CONTACT)).isNotEqualTo(one.tokens().token(CONTACT));
    assertThatThrownBy(() -> other.opener().open(one.sealer().seal(CONTACT)))
        .isInstanceOf(SealException.class)
        .hasMessageContaining("2026-11-23");
  }

  @Test
  void anyChangedCharacterIsNoticed() {
    KeyFolder keys = KeyFolder.openOrCreate(folder, clock);
    String sealed = keys.sealer().seal(CONTACT);
    for (int at = sealed.indexOf(':') + 1; at < sealed.length() - 1; at++) {
      char changed = sealed.charAt(at) == 'A' ? 'B' : 'A';
      String tampered = sealed.substring(0, at) + changed + sealed.substring(at + 1);
      assertThatThrownBy(() -> keys.opener().open(tampered)).isInstanceOf(SealException.class);
    }
  }

  @Test
  void aValueMovedUnderAnotherDaysNameDoesNotOpen() {
    KeyFolder keys = KeyFolder.openOrCreate(folder, clock);
    String moved = keys.sealer().seal(CONTACT).replace("2026-11-23:", "2026-11-24:");
    assertThatThrownBy(() -> keys.opener().open(moved)).isInstanceOf(SealException.class);
  }

  @Test
  void aKeyIdThatIsNoDayReadsNoFile() {
    KeyFolder keys = KeyFolder.openOrCreate(folder, clock);
    assertThatThrownBy(() -> keys.opener().open("../token:AAAA"))
        .isInstanceOf(SealException.class)
        .hasMessageContaining("gone");
  }

  @Test
  void aNewDaySealsWithItsOwnKeyAndADestroyedDayStaysShut() throws IOException {
    KeyFolder keys = KeyFolder.openOrCreate(folder, clock);
    ContactSealer sealer = keys.sealer();
    String first = sealer.seal(CONTACT);
    now.set(Instant.parse("2026-11-24T00:00:00Z"));
    String second = sealer.seal(CONTACT);
    assertThat(second).startsWith("2026-11-24:");
    Files.delete(folder.resolve("private/2026-11-23"));
    assertThatThrownBy(() -> keys.opener().open(first)).hasMessageContaining("erased");
    assertThat(keys.opener().open(second)).isEqualTo(CONTACT);
  }

  @Test
  void withoutThePrivateFolderItSealsAndCannotOpen() throws IOException {
    KeyFolder owner = KeyFolder.openOrCreate(folder, clock);
    Path moved = Files.move(folder.resolve("private"), parent.resolve("elsewhere"));
    KeyFolder analyzer = KeyFolder.openWithoutPrivate(folder, clock);
    String sealed = analyzer.sealer().seal(CONTACT);
    assertThatThrownBy(analyzer::opener).isInstanceOf(KeyFolderException.class);
    Files.move(moved, folder.resolve("private"));
    assertThat(owner.opener().open(sealed)).isEqualTo(CONTACT);
    assertThat(analyzer.tokens().token(CONTACT)).isEqualTo(owner.tokens().token(CONTACT));
  }

  @Test
  void anAnalyzerGoesOnForDaysWithoutNewKeysAndThenSaysWhatIsMissing() {
    KeyFolder.openOrCreate(folder, clock);
    ContactSealer sealer = KeyFolder.openWithoutPrivate(folder, clock).sealer();
    now.set(Instant.parse("2026-11-27T23:59:59Z"));
    assertThat(sealer.seal(CONTACT)).startsWith("2026-11-24:");
    now.set(Instant.parse("2026-11-28T00:00:00Z"));
    assertThatThrownBy(() -> sealer.seal(CONTACT))
        .isInstanceOf(SealException.class)
        .hasMessageContaining("start the dashboard");
  }

  @Test
  void aFolderThatOthersMayReadIsRefusedInOneLine() throws IOException {
    KeyFolder.openOrCreate(folder, clock);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));
    assertThatThrownBy(() -> KeyFolder.openOrCreate(folder, clock))
        .isInstanceOf(KeyFolderException.class)
        .hasMessageContaining("chmod go-rwx")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aTokenKeyThatOthersMayReadIsRefused() throws IOException {
    KeyFolder.openOrCreate(folder, clock);
    Files.setPosixFilePermissions(
        folder.resolve("token"), PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> KeyFolder.openOrCreate(folder, clock))
        .isInstanceOf(KeyFolderException.class)
        .hasMessageContaining("token");
  }

  @Test
  void aDamagedTokenKeyIsNamedAndNeverReplaced() throws IOException {
    KeyFolder.openOrCreate(folder, clock);
    Files.writeString(folder.resolve("token"), "short");
    assertThatThrownBy(() -> KeyFolder.openOrCreate(folder, clock))
        .isInstanceOf(KeyFolderException.class)
        .hasMessageContaining("backup");
    assertThat(folder.resolve("token")).hasContent("short");
  }

  @Test
  void aPairInterruptedBetweenItsHalvesIsCompleted() throws IOException {
    KeyFolder first = KeyFolder.openOrCreate(folder, clock);
    String sealed = first.sealer().seal(CONTACT);
    Files.delete(folder.resolve("public/2026-11-23"));
    KeyFolder second = KeyFolder.openOrCreate(folder, clock);
    assertThat(second.opener().open(second.sealer().seal(CONTACT))).isEqualTo(CONTACT);
    assertThat(second.opener().open(sealed)).isEqualTo(CONTACT);
  }

  @Test
  void manyFirstStartsAtOnceEndWithOneSetOfKeys() throws Exception {
    int starters = 8;
    List<Future<KeyFolder>> starting = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(starters)) {
      for (int i = 0; i < starters; i++) {
        starting.add(threads.submit(() -> KeyFolder.openOrCreate(folder, clock)));
      }
    }
    String token = starting.get(0).get().tokens().token(CONTACT);
    for (Future<KeyFolder> each : starting) {
      KeyFolder keys = each.get();
      assertThat(keys.tokens().token(CONTACT)).isEqualTo(token);
      assertThat(starting.get(0).get().opener().open(keys.sealer().seal(CONTACT)))
          .isEqualTo(CONTACT);
    }
  }

  @Test
  void processesThatStartAtOnceEndWithOneSetOfKeys() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      processes.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  FirstStart.class.getName(),
                  folder.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start());
    }
    List<String> tokens = new ArrayList<>();
    for (Process process : processes) {
      tokens.add(
          new String(
              process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
      assertThat(process.waitFor()).isZero();
    }
    assertThat(tokens).hasSize(3).containsOnly(tokens.get(0)).doesNotContain("");
  }

  /** A process of its own that opens the folder and prints a token. */
  static final class FirstStart {

    private FirstStart() {}

    public static void main(String[] arguments) {
      Clock day = Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);
      System.out.print(KeyFolder.openOrCreate(Path.of(arguments[0]), day).tokens().token(CONTACT));
    }
  }
}
