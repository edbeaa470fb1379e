package org.maraude.standalone.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import org.maraude.events.Event;
import org.maraude.events.EventJson;
import org.maraude.standalone.UsageException;

/**
 * One record a line, into a file or onto standard output. A file appears complete or not at all.
 */
final class NdjsonFile implements AutoCloseable {

  private final PrintWriter out;
  private final @Nullable Path draft;
  private final @Nullable Path target;
  private boolean complete;

  private NdjsonFile(PrintWriter out, @Nullable Path draft, @Nullable Path target) {
    this.out = out;
    this.draft = draft;
    this.target = target;
  }

  /**
   * Opens the target.
   *
   * @param target null means standard output
   * @throws UsageException when the file cannot be written
   */
  static NdjsonFile open(@Nullable Path target, PrintWriter standardOutput) {
    if (target == null) {
      return new NdjsonFile(standardOutput, null, null);
    }
    try {
      var folder = target.toAbsolutePath().getParent();
      var draft = Files.createTempFile(folder, ".maraude", ".ndjson");
      BufferedWriter writer = Files.newBufferedWriter(draft);
      return new NdjsonFile(new PrintWriter(writer), draft, target);
    } catch (IOException e) {
      throw new UsageException(
          "%s cannot be written; check that its folder exists and is yours".formatted(target));
    }
  }

  void write(Event event) {
    out.println(EventJson.writeLine(event));
  }

  /** Everything is written: closing puts the file in its place. */
  void complete() {
    complete = true;
  }

  @Override
  public void close() {
    out.flush();
    if (draft == null || target == null) {
      return;
    }
    out.close();
    try {
      if (complete && !out.checkError()) {
        Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
      } else {
        Files.delete(draft);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
