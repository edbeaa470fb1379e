package org.maraude.dashboard.trends;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The table as CSV (RFC 4180, UTF-8): title, dates, source, bands and caveats first, each on a line
 * that starts with {@code #}, then a header and a row for each period and group.
 */
final class VolumeCsv {

  static final String HEADER =
      "period_start,period_end,group,name,count,low_95,high_95,hidden,rate_per_100000,"
          + "earlier_start,earlier_count,earlier_hidden,change_percent,coverage,remark";

  private VolumeCsv() {}

  static String write(VolumeTable table, VolumeWords words) {
    var out = new StringBuilder();
    comment(out, words.title());
    comment(out, table.query().from() + " / " + table.query().to());
    words.notes().forEach(note -> comment(out, note));
    row(out, List.of(HEADER.split(",")));
    for (var line : table.lines()) {
      for (int i = 0; i < table.periods().size(); i++) {
        var period = table.periods().get(i);
        var cell = line.cells().get(i);
        var earlier = line.earlier().isEmpty() ? null : line.earlier().get(i);
        row(
            out,
            List.of(
                period.start().toString(),
                period.end().toString(),
                table.query().split() == Split.NONE ? "total" : line.group(),
                words.group(line.group()),
                cell.count() == null ? "" : cell.count().toString(),
                decimal(cell.low()),
                decimal(cell.high()),
                VolumeQuery.word(cell.hidden()),
                cell.count() == null
                    ? ""
                    : decimal(Inhabitants.rate(table.query().split(), line.group(), cell.count())),
                earlier == null ? "" : table.earlier().get(i).start().toString(),
                earlier == null || earlier.count() == null ? "" : earlier.count().toString(),
                earlier == null ? "" : VolumeQuery.word(earlier.hidden()),
                decimal(Change.percent(table, line, i)),
                decimal(period.coverage()),
                VolumeQuery.word(period.remark())));
      }
    }
    return out.toString();
  }

  private static void comment(StringBuilder out, String text) {
    out.append("# ").append(text.replaceAll("\\R", " ")).append(CsvLine.END);
  }

  private static void row(StringBuilder out, List<String> values) {
    CsvLine.append(out, values);
  }

  private static String decimal(@Nullable Double value) {
    return value == null ? "" : String.format(Locale.ROOT, "%.3f", value);
  }
}
