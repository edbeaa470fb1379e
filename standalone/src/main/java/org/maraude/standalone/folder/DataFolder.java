package org.maraude.standalone.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.maraude.standalone.UsageException;

/**
 * Where an installation keeps everything: broker, database, states, keys and secrets.
 *
 * <p>The folder is for its owner only (mode 0700) and carries the number of its layout, so that a
 * program of another version refuses it instead of spoiling it.
 */
public final class DataFolder {

  /** The layout that this program reads and writes. */
  static final String VERSION = "1";

  /** What a folder was made for: invented and real ads never lie in one folder. */
  public enum Made {
    FOR_THE_DEMO,
    FOR_REAL_SITES
  }

  private final Path root;

  private DataFolder(Path root) {
    this.root = root;
  }

  /**
   * Opens a folder, making it when it is missing or empty.
   *
   * @throws UsageException when it is of another version, or is full of something else
   */
  public static DataFolder openOrCreate(Path path) {
    var root = path.toAbsolutePath().normalize();
    try {
      if (!Files.exists(root.resolve("version"))) {
        create(root);
      }
      return open(root);
    } catch (IOException e) {
      throw new UsageException(
          "the data folder %s cannot be used (%s); give another with --data"
              .formatted(root, e.getMessage()));
    }
  }

  /**
   * Opens the folder of an installation that exists.
   *
   * @throws UsageException when there is none, or it is of another version
   */
  public static DataFolder open(Path path) {
    var root = path.toAbsolutePath().normalize();
    try {
      var version = Files.readString(root.resolve("version")).strip();
      if (!version.equals(VERSION)) {
        throw new UsageException(
            "the data folder %s is of version %s, this program needs %s; give another with --data"
                .formatted(root, version, VERSION));
      }
      return new DataFolder(root);
    } catch (NoSuchFileException e) {
      throw new UsageException(
          "%s is no data folder of Maraude; start one there first, or give another with --data"
              .formatted(root));
    } catch (IOException e) {
      throw new UsageException(
          "the data folder %s cannot be read: %s".formatted(root, e.getMessage()));
    }
  }

  private static void create(Path root) throws IOException {
    if (Files.isDirectory(root)) {
      try (var files = Files.list(root)) {
        if (files.findAny().isPresent()) {
          throw new UsageException(
              "%s holds other files; give an empty or a new folder with --data".formatted(root));
        }
      }
    } else {
      Files.createDirectories(root);
    }
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
    Files.writeString(root.resolve("version"), VERSION + "\n");
  }

  /**
   * Takes the folder for this process until the returned lock is closed.
   *
   * @throws UsageException when another process has it
   */
  public AutoCloseable lock() {
    return tryLock()
        .orElseThrow(() ->
            new UsageException(
                "the data folder %s is in use by another run; stop that one or give another with --data"
                    .formatted(root)));
  }

  /** Whether some run has the folder now. */
  public boolean isInUse() {
    var lock = tryLock();
    lock.ifPresent(DataFolder::release);
    return lock.isEmpty();
  }

  private Optional<FileChannel> tryLock() {
    try {
      // The lock lives with the channel, and both end with the process, however it ends.
      var channel =
          FileChannel.open(
              root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (holdsLock(channel)) {
        return Optional.of(channel);
      }
      channel.close();
      return Optional.empty();
    } catch (IOException e) {
      throw new UsageException(
          "the data folder %s cannot be locked: %s".formatted(root, e.getMessage()));
    }
  }

  private static boolean holdsLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static void release(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Marks a new folder, and refuses one that was made for something else.
   *
   * @throws UsageException when it holds the other kind
   */
  public void requireMade(Made made) {
    var file = root.resolve("made");
    try {
      if (!Files.exists(file)) {
        Files.writeString(file, made + "\n");
      }
      if (!Files.readString(file).strip().equals(made.name())) {
        throw new UsageException(
            "the data folder %s was made %s; give another with --data"
                .formatted(
                    root,
                    switch (made) {
                      case FOR_THE_DEMO -> "for real sites, and the demo never mixes with them";
                      case FOR_REAL_SITES -> "by the demo, and real sites never mix with it";
                    }));
      }
    } catch (IOException e) {
      throw new UsageException(
          "the data folder %s cannot be used: %s".formatted(root, e.getMessage()));
    }
  }

  public Path root() {
    return root;
  }

  /** The broker's log. */
  public Path kafka() {
    return root.resolve("kafka");
  }

  /** The database. Secrets and keys lie elsewhere, so that a backup of it holds none. */
  public Path postgres() {
    return root.resolve("postgres");
  }

  public Path crawlerState() {
    return root.resolve("crawler");
  }

  public Path analyzerState() {
    return root.resolve("analyzer");
  }

  /** Keys of the contacts. */
  public Path keys() {
    return root.resolve("keys");
  }

  /** Passwords and signing keys of this installation. */
  public Secrets secrets() {
    return new Secrets(root.resolve("secrets"));
  }

  public Path logs() {
    return root.resolve("logs");
  }

  /** A small file of settings that must stay the same from start to start. */
  public Path settings(String name) {
    return root.resolve(name + ".properties");
  }
}
