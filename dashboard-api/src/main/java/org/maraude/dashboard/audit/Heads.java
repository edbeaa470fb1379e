package org.maraude.dashboard.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Where the chain ended, in one small file for each day (UTC), outside the database: {@code
 * 2026-11-25} holds {@code place hash}. The file of today is renewed with every link, so that a
 * chain whose end was cut off is shorter than it says. Files are small enough to be kept for ever
 * and to be copied to another machine.
 */
public final class Heads {

  private final Path folder;

  private Heads(Path folder) {
    this.folder = folder;
  }

  /** The heads in a dashboard's folder; made when missing, at the first write. */
  public static Heads in(Path folder) {
    return new Heads(folder.resolve("audit-heads"));
  }

  /** A head as a file tells it. */
  record Head(LocalDate day, Link link) {}

  void write(LocalDate day, Link link) {
    var file = folder.resolve(day.toString());
    var unfinished = folder.resolve("." + day + ".new");
    try {
      Files.createDirectories(folder);
      Files.writeString(
          unfinished, link.place() + " " + HexFormat.of().formatHex(link.hash()) + "\n");
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the head of the audit cannot be written to %s; is the disk full?".formatted(file), e);
    }
  }

  /** All of them, oldest first; a file that is none is left aside. */
  List<Head> all() {
    var heads = new ArrayList<Head>();
    if (!Files.isDirectory(folder)) {
      return heads;
    }
    try (var files = Files.list(folder)) {
      for (var file : files.sorted().toList()) {
        read(file).ifPresent(heads::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the heads in %s cannot be read".formatted(folder), e);
    }
    return heads;
  }

  private static Optional<Head> read(Path file) throws IOException {
    try {
      var day = LocalDate.parse(file.getFileName().toString());
      var parts = Files.readString(file).strip().split(" ", 2);
      return Optional.of(
          new Head(day, new Link(Long.parseLong(parts[0]), HexFormat.of().parseHex(parts[1]))));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new IOException(file + " is no head of an audit", e);
    }
  }
}
