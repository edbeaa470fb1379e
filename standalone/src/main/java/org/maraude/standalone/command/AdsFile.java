package org.maraude.standalone.command;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.maraude.standalone.UsageException;

/** Where ads are read from: a file, unpacked when its name ends in {@code .gz}, or {@code -}. */
final class AdsFile {

  private AdsFile() {}

  /**
   * @throws UsageException when it cannot be read
   */
  static InputStream open(Path file) throws IOException {
    if (file.toString().equals("-")) {
      return new BufferedInputStream(System.in);
    }
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new UsageException("the file %s cannot be read; check the path".formatted(file));
    }
    var bytes = new BufferedInputStream(Files.newInputStream(file));
    if (!file.toString().endsWith(".gz")) {
      return bytes;
    }
    try {
      return new GZIPInputStream(bytes);
    } catch (ZipException | java.io.EOFException e) {
      bytes.close();
      throw new UsageException("%s is no gzip file; rename it if it is not packed".formatted(file));
    }
  }
}
