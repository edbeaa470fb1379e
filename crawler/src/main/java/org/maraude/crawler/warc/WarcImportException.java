package org.maraude.crawler.warc;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file of which nothing can be read. The message is one line: what, where, what to do. */
public final class WarcImportException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  WarcImportException(Path file, long position, String problem, @Nullable Throwable cause) {
    super("%s: at byte %d: %s".formatted(file.getFileName(), position, problem), cause);
  }
}
