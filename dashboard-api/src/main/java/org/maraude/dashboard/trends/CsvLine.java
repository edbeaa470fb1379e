package org.maraude.dashboard.trends;

import java.util.List;
import java.util.regex.Pattern;

/** A line of a CSV file (RFC 4180) that a spreadsheet takes for words and numbers only. */
public final class CsvLine {

  static final String END = "\r\n";

  /** A negative number is no formula. */
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+([.][0-9]+)?");

  private CsvLine() {}

  /** Adds a line of these cells. */
  public static void append(StringBuilder out, List<String> cells) {
    out.append(String.join(",", cells.stream().map(CsvLine::field).toList())).append(END);
  }

  /** A spreadsheet must take no text for a formula. */
  static String field(String value) {
    var safe = value;
    if (!value.isEmpty()
        && !NUMBER.matcher(value).matches()
        && "=+-@\t\r".indexOf(value.charAt(0)) >= 0) {
      safe = "'" + value;
    }
    boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
