package org.maraude.contacts;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds the token key and the daily key pairs; see the package for its layout.
 *
 * <p>A day begins at midnight UTC. With the private folder, missing pairs of today and tomorrow are
 * made on the way, tomorrow's so that an analyzer elsewhere finds it at midnight. Without it, the
 * newest public key up to today is used, at most {@value #OLDEST_KEY_DAYS} days old. Two processes
 * that start at once on an empty folder end with the same keys. Thread safe.
 */
public final class KeyFolder {

  /** How long an analyzer goes on with an old day's key while nobody makes new ones. */
  static final int OLDEST_KEY_DAYS = 3;

  private final Path folder;
  private final boolean withPrivate;
  private final Clock clock;
  private final ContactTokens tokens;
  private volatile ContactSealer.@Nullable DayKey current;

  private KeyFolder(Path folder, boolean withPrivate, Clock clock) throws IOException {
    this.folder = folder;
    this.withPrivate = withPrivate;
    this.clock = clock;
    this.tokens = readTokens();
  }

  /**
   * Opens the folder with its private keys; makes the folder and what is missing in it.
   *
   * @throws KeyFolderException when it cannot be read or written, a key is damaged, or others may
   *     use it
   */
  public static KeyFolder openOrCreate(Path folder, Clock clock) {
    return checked(
        folder,
        () -> {
          for (Path each : new Path[] {folder, publicKeys(folder), privateKeys(folder)}) {
            PrivateFiles.createFolder(each);
            PrivateFiles.requireOwnerOnly(each);
          }
          PrivateFiles.alone(folder, () -> SecretKeyFile.create(tokenKey(folder)));
          KeyFolder opened = new KeyFolder(folder, true, clock);
          opened.prepare();
          return opened;
        });
  }

  /**
   * Opens a folder that somebody else fills: only {@code token} and {@code public} are read.
   *
   * @throws KeyFolderException when it is missing or unreadable, or others may use it
   */
  public static KeyFolder openWithoutPrivate(Path folder, Clock clock) {
    return checked(
        folder,
        () -> {
          PrivateFiles.requireOwnerOnly(folder);
          PrivateFiles.requireOwnerOnly(publicKeys(folder));
          return new KeyFolder(folder, false, clock);
        });
  }

  public ContactTokens tokens() {
    return tokens;
  }

  /** Seals with the key of the day on which it is asked, for as long as it is used. */
  public ContactSealer sealer() {
    return new ContactSealer(this::dayKey);
  }

  /**
   * Opens with whatever private keys are still there when it is asked.
   *
   * @throws KeyFolderException when the folder was opened without them
   */
  public ContactOpener opener() {
    if (!withPrivate) {
      throw new KeyFolderException(
          folder + " was opened without its private keys; only the dashboard may open contacts");
    }
    return new ContactOpener(this::privateKey);
  }

  /**
   * Makes the pairs of today and tomorrow where they are missing. A process that holds the private
   * folder and does not seal calls it at least once a day.
   */
  public void prepare() {
    if (!withPrivate) {
      return;
    }
    LocalDate today = today();
    checked(
        folder,
        () -> {
          PrivateFiles.alone(
              folder,
              () -> {
                createPair(today);
                createPair(today.plusDays(1));
              });
          return today;
        });
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private ContactSealer.DayKey dayKey() {
    LocalDate today = today();
    ContactSealer.DayKey known = current;
    // Only today's own key is kept: an older one is a makeshift until the day's arrives.
    if (known != null && known.id().equals(today.toString())) {
      return known;
    }
    prepare();
    LocalDate day = newestUpTo(today);
    ContactSealer.DayKey found =
        checked(
            folder,
            () -> {
              byte[] bytes = Files.readAllBytes(publicKeys(folder).resolve(day.toString()));
              return new ContactSealer.DayKey(
                  day.toString(),
                  SealingKeys.primitive(SealingKeys.readPublic(bytes), HybridEncrypt.class));
            });
    current = found;
    return found;
  }

  private LocalDate newestUpTo(LocalDate today) {
    LocalDate oldest = today.minusDays(OLDEST_KEY_DAYS);
    return checked(
        folder,
        () -> {
          try (Stream<Path> files = Files.list(publicKeys(folder))) {
            return files
                .flatMap(file -> dayOf(file).stream())
                .filter(day -> !day.isAfter(today) && !day.isBefore(oldest))
                .max(LocalDate::compareTo)
                .orElseThrow(() ->
                    new SealException(
                        "no public key of the last "
                            + OLDEST_KEY_DAYS
                            + " days in "
                            + publicKeys(folder)
                            + "; start the dashboard, which makes them"));
          }
        });
  }

  private static Optional<LocalDate> dayOf(Path file) {
    try {
      return Optional.of(LocalDate.parse(file.getFileName().toString()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private Optional<HybridDecrypt> privateKey(String id) {
    Path name = Path.of(id);
    // The id comes from a stored value: it must not lead out of the folder.
    if (dayOf(name).isEmpty()) {
      return Optional.empty();
    }
    return checked(
        folder,
        () -> {
          try {
            byte[] bytes = Files.readAllBytes(privateKeys(folder).resolve(name));
            return Optional.of(
                SealingKeys.primitive(SealingKeys.readPrivate(bytes), HybridDecrypt.class));
          } catch (NoSuchFileException e) {
            return Optional.empty();
          }
        });
  }

  /** The private half is written first: a public key must never stand alone. */
  private void createPair(LocalDate day) throws IOException {
    Path publicFile = publicKeys(folder).resolve(day.toString());
    Path privateFile = privateKeys(folder).resolve(day.toString());
    if (Files.exists(publicFile)) {
      return;
    }
    KeysetHandle pair;
    if (Files.exists(privateFile)) {
      pair = readPair(privateFile);
    } else {
      pair = SealingKeys.generate();
      PrivateFiles.write(privateFile, SealingKeys.privateBytes(pair));
    }
    PrivateFiles.write(publicFile, SealingKeys.publicBytes(pair));
  }

  private static KeysetHandle readPair(Path file) throws IOException {
    try {
      return SealingKeys.readPrivate(Files.readAllBytes(file));
    } catch (GeneralSecurityException e) {
      throw SecretKeyFile.damaged(file, e);
    }
  }

  private ContactTokens readTokens() throws IOException {
    return ContactTokens.withKey(SecretKeyFile.read(tokenKey(folder)));
  }

  private static Path tokenKey(Path folder) {
    return folder.resolve("token");
  }

  private static Path publicKeys(Path folder) {
    return folder.resolve("public");
  }

  private static Path privateKeys(Path folder) {
    return folder.resolve("private");
  }

  private interface FileCall<T> {
    T run() throws IOException, GeneralSecurityException;
  }

  private static <T> T checked(Path folder, FileCall<T> call) {
    try {
      return call.run();
    } catch (IOException e) {
      throw new KeyFolderException(
          "cannot use the key folder " + folder + ": " + e + "; check that it exists and is yours",
          e);
    } catch (GeneralSecurityException e) {
      throw new KeyFolderException(
          "a key in " + folder + " is damaged: " + e.getMessage() + "; restore it from a backup",
          e);
    }
  }
}
