package org.maraude.dashboard.prevention;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a platform's table is to be read.
 *
 * @param columns from nought; what a table does not have is left out
 * @param day of all lines, where no column says it
 * @param leaveOthers whether lines of posts that are none of the campaign are left out instead of
 *     being an error
 */
public record ImportChoice(
    Encoding encoding,
    Separator separator,
    DateForm dates,
    Map<Column, Integer> columns,
    @Nullable LocalDate day,
    boolean leaveOthers) {

  public ImportChoice {
    columns = Map.copyOf(columns);
  }

  /** For the print of an import: the same choice gives the same text. */
  String plain() {
    return "%s %s %s %s %s %s"
        .formatted(encoding, separator, dates, new java.util.TreeMap<>(columns), day, leaveOthers);
  }
}
