package org.maraude.dashboard.rounds.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The report as CSV (RFC 4180, UTF-8): what it is in lines that start with {@code #}, then a row
 * for each month and departement; {@code total} and {@code all} stand for sums. A hidden count is
 * {@code hidden}.
 */
final class ReportCsv {

  private static final String END = "\r\n";

  private ReportCsv() {}

  static String write(ActivityReport report, List<String> notes) {
    var out = new StringBuilder();
    for (var note : notes) {
      out.append("# ").append(note.replaceAll("\\R", " ")).append(END);
    }
    var head = new ArrayList<>(List.of("month", "departement"));
    for (var measure : Measure.values()) {
      head.add(measure.name().toLowerCase(Locale.ROOT));
    }
    row(out, head);
    for (var month : report.months()) {
      for (var line : month.lines()) {
        row(out, cells(month.month().toString(), line.departement(), line.figures()));
      }
      row(out, cells(month.month().toString(), "total", month.total()));
    }
    row(out, cells("all", "total", report.total()));
    return out.toString();
  }

  private static List<String> cells(
      String month, String departement, Map<Measure, ActivityReport.Figure> figures) {
    var cells = new ArrayList<>(List.of(month, departement));
    for (var measure : Measure.values()) {
      var figure = figures.get(measure);
      cells.add(figure == null || figure.count() == null ? "hidden" : figure.count().toString());
    }
    return cells;
  }

  /** Codes and numbers only: no field here could be taken for a formula. */
  private static void row(StringBuilder out, List<String> cells) {
    out.append(String.join(",", cells)).append(END);
  }
}
