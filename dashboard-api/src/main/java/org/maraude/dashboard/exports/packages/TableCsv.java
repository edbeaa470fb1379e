package org.maraude.dashboard.exports.packages;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.exports.table.Areas;
import org.maraude.dashboard.exports.table.Quarter;
import org.maraude.dashboard.exports.table.Row;
import org.maraude.dashboard.trends.CsvLine;

/** The table as CSV (RFC 4180, UTF-8): a header and a line for each cell, nothing else. */
final class TableCsv {

  static final List<String> HEADER =
      List.of(
          "level", "area", "name", "span", "first_day", "last_day", "count", "margin", "hidden");

  private TableCsv() {}

  static String write(List<Row> rows, @Nullable Long margin, Areas areas) {
    var out = new StringBuilder();
    CsvLine.append(out, HEADER);
    for (var row : rows) {
      var spot = row.spot();
      var days = Days.of(spot.span());
      boolean hidden = row.count() == null;
      CsvLine.append(
          out,
          List.of(
              spot.level().name(),
              spot.area(),
              areas.name(spot.level(), spot.area()),
              spot.span(),
              days.first().toString(),
              days.last().toString(),
              hidden ? "" : String.valueOf(row.count()),
              hidden || margin == null ? "" : margin.toString(),
              String.valueOf(hidden)));
    }
    return out.toString();
  }

  private record Days(LocalDate first, LocalDate last) {

    static Days of(String span) {
      return Quarter.read(span)
          .map(quarter -> new Days(quarter.first(), quarter.last()))
          .orElseGet(() -> {
            var month = YearMonth.parse(span);
            return new Days(month.atDay(1), month.atEndOfMonth());
          });
    }
  }
}
