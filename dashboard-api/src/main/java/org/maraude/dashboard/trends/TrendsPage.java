package org.maraude.dashboard.trends;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the page prints, in words.
 *
 * @param charts SVG of our own making: numbers, dates and escaped names, never a text of others
 * @param more groups that are in the table only
 * @param rowsLeftOut rows of the table that are in the file only
 */
public record TrendsPage(
    String title,
    String caption,
    String by,
    String split,
    String measure,
    List<String> charts,
    boolean single,
    int more,
    int rowsLeftOut,
    boolean rate,
    boolean compares,
    String per,
    String compare,
    String compared,
    List<Row> rows,
    boolean hatched,
    boolean afterwards,
    boolean interval,
    List<String> bands,
    List<String> caveats,
    String source,
    String parameters) {

  /** One line of the table. */
  public record Row(
      String period,
      String group,
      String count,
      String rate,
      String interval,
      String earlier,
      String change,
      String coverage,
      String remark) {}

  /** More rows than these no page holds well; the file has them all. */
  private static final int MOST_ROWS = 1_000;

  static TrendsPage of(VolumeTable table, VolumeWords words, Locale locale) {
    var query = table.query();
    var panels = words.panels();
    boolean single = query.split() == Split.NONE;
    var charts = new ArrayList<String>();
    for (int i = 0; i < panels.size(); i++) {
      var panel = panels.get(i);
      if (single) {
        charts.add(
            Chart.draw(panel, Frame.large("large"), locale, "chart chart-large")
                + Chart.draw(panel, Frame.small("small"), locale, "chart chart-small"));
      } else {
        charts.add(Chart.draw(panel, Frame.multiple("p" + i), locale, "chart"));
      }
    }
    return new TrendsPage(
        words.title(),
        words.caption(),
        VolumeQuery.word(query.by()),
        VolumeQuery.word(query.split()),
        VolumeQuery.word(query.measure()),
        List.copyOf(charts),
        single,
        Math.max(0, table.lines().size() - panels.size()),
        Math.max(0, table.lines().size() * table.periods().size() - MOST_ROWS),
        words.rate(),
        words.compares(),
        VolumeQuery.word(query.per()),
        query.compare(),
        words.compared(),
        rows(table, words),
        has(table, Period.Remark.LOW),
        has(table, Period.Remark.AFTERWARDS) || has(table, Period.Remark.UNFINISHED),
        query.measure().hasInterval(),
        words.bands(),
        words.caveats(),
        words.source(),
        query.parameters());
  }

  private static boolean has(VolumeTable table, Period.Remark remark) {
    return table.periods().stream().anyMatch(period -> period.remark() == remark);
  }

  private static List<Row> rows(VolumeTable table, VolumeWords words) {
    var rows = new ArrayList<Row>();
    for (var line : table.lines()) {
      for (int i = 0; i < table.periods().size() && rows.size() < MOST_ROWS; i++) {
        var period = table.periods().get(i);
        var cell = line.cells().get(i);
        rows.add(
            new Row(
                words.period(period),
                words.group(line.group()),
                words.count(cell),
                words.rate(line.group(), cell),
                words.interval(cell),
                words.earlier(line, i),
                words.change(line, i),
                words.coverage(period),
                words.remark(period)));
      }
    }
    return List.copyOf(rows);
  }
}
