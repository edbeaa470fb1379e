package org.maraude.contacts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * The private keys of past days. Destroying one makes unreadable whatever was sealed that day,
 * wherever it lies, in backups too. Thread safe.
 */
public final class DayKeyFiles {

  private final Path folder;

  private DayKeyFiles(Path folder) {
    this.folder = folder;
  }

  /** Those of a key folder, see the package for its layout. */
  public static DayKeyFiles in(Path keyFolder) {
    return new DayKeyFiles(keyFolder);
  }

  /**
   * The days (UTC) that have a private key, oldest first.
   *
   * @throws KeyFolderException when the folder cannot be read
   */
  public List<LocalDate> days() {
    try (var files = Files.list(folder.resolve("private"))) {
      return files.flatMap(file -> day(file).stream()).sorted().toList();
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /**
   * Destroys a day's pair, the private half first. A day without one is left as it is.
   *
   * @throws KeyFolderException when a file cannot be deleted
   */
  public void destroy(LocalDate day) {
    try {
      Files.deleteIfExists(folder.resolve("private").resolve(day.toString()));
      Files.deleteIfExists(folder.resolve("public").resolve(day.toString()));
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private KeyFolderException unusable(IOException e) {
    return new KeyFolderException(
        "cannot use the key folder " + folder + ": " + e + "; check that it exists and is yours",
        e);
  }

  private static Optional<LocalDate> day(Path file) {
    try {
      return Optional.of(LocalDate.parse(file.getFileName().toString()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
