package org.maraude.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * Whether a server's folder was ever made ready completely. A first start that was killed half-way
 * leaves files that look like a database and are none; nothing can have been kept in them yet, so
 * they go and the start begins again.
 */
final class FirstStart {

  private final Path folder;
  private final Path marker;

  FirstStart(Path folder) {
    this.folder = folder;
    this.marker = folder.resolveSibling(folder.getFileName() + ".ready");
  }

  boolean isOver() {
    return Files.exists(marker);
  }

  void clear() throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  void over() throws IOException {
    if (!isOver()) {
      Files.createFile(marker);
    }
  }
}
