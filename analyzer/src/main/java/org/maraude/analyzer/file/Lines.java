package org.maraude.analyzer.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Lines of bytes, so that one that is no UTF-8 spoils no other. A line longer than the limit is
 * skipped to its end and never held. Not thread safe.
 */
final class Lines {

  /** One line, without its end; bytes are null when it was too long. */
  record Line(long number, byte @Nullable [] bytes) {}

  private final InputStream in;
  private final int longest;
  private final byte[] buffer = new byte[64 * 1024];
  private int at;
  private int filled;
  private long number;

  Lines(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /** The next line; null after the last. */
  @Nullable Line next() throws IOException {
    var line = new ByteArrayOutputStream();
    boolean tooLong = false;
    boolean any = false;
    while (at < filled || fill()) {
      any = true;
      int end = at;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      tooLong |= line.size() + (end - at) > longest;
      if (!tooLong) {
        line.write(buffer, at, end - at);
      }
      boolean ends = end < filled;
      at = ends ? end + 1 : end;
      if (ends) {
        break;
      }
    }
    return any ? new Line(++number, tooLong ? null : line.toByteArray()) : null;
  }

  private boolean fill() throws IOException {
    at = 0;
    filled = Math.max(in.read(buffer), 0);
    return filled > 0;
  }
}
