package org.maraude.standalone.demo.population;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lines of a UTF-8 file beside this package, without blank lines and comments ({@code #}). */
final class ResourceLines {

  private ResourceLines() {}

  static List<String> read(String file) {
    try (InputStream in = ResourceLines.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the program was built without its demo file " + file);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the demo file " + file, e);
    }
  }
}
