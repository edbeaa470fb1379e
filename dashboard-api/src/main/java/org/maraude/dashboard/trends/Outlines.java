package org.maraude.dashboard.trends;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the departments of the mainland and Corsica lie on a drawing, by code: SVG path data in a
 * box of {@link #WIDTH} by {@link #HEIGHT} units. From a published map (MapSVG, CC BY 4.0); the
 * table's head says how it is made.
 */
final class Outlines {

  static final int WIDTH = 613;
  static final int HEIGHT = 585;

  private static final Map<String, String> BY_CODE = read();

  private Outlines() {}

  static Map<String, String> byCode() {
    return BY_CODE;
  }

  private static Map<String, String> read() {
    try (InputStream in = Outlines.class.getResourceAsStream("outlines.csv")) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its table outlines.csv");
      }
      var outlines = new LinkedHashMap<String, String>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(";", 2))
          .forEach(row -> outlines.put(row[0], row[1]));
      return outlines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
