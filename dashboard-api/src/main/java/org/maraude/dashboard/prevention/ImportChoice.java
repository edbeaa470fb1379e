package org.maraude.dashboard.prevention;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
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

  /**
   * As somebody chose. Encoding and separator are guessed where they are left out, days are then
   * read with the year first.
   *
   * @param columns the column of each {@link Column} in its order; null or negative where the table
   *     has none
   */
  public static ImportChoice of(
      @Nullable Encoding encoding,
      @Nullable Separator separator,
      @Nullable DateForm dates,
      List<@Nullable Integer> columns,
      @Nullable LocalDate day,
      @Nullable Boolean leaveOthers) {
    var at = new EnumMap<Column, Integer>(Column.class);
    for (var column : Column.values()) {
      var chosen = columns.get(column.ordinal());
      if (chosen != null && chosen >= 0) {
        at.put(column, chosen);
      }
    }
    return new ImportChoice(
        encoding == null ? Encoding.AUTO : encoding,
        separator == null ? Separator.AUTO : separator,
        dates == null ? DateForm.YEAR_FIRST : dates,
        at,
        day,
        Boolean.TRUE.equals(leaveOthers));
  }

  /** For the print of an import: the same choice gives the same text. */
  String plain() {
    return "%s %s %s %s %s %s"
        .formatted(encoding, separator, dates, new java.util.TreeMap<>(columns), day, leaveOthers);
  }
}
