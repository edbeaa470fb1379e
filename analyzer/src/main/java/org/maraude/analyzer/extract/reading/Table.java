package org.maraude.analyzer.extract.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The small tables that lie beside the classes: semicolons between fields, {@code #} comments. */
public final class Table {

  private Table() {}

  /** The rows of the table that lies beside a class. */
  public static List<String[]> rows(Class<?> beside, String name) {
    return rows(beside, name, ";");
  }

  /** The same with another separator between fields. */
  public static List<String[]> rows(Class<?> beside, String name, String separator) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its table " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(separator, -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
