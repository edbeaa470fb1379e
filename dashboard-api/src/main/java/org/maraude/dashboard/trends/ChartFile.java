package org.maraude.dashboard.trends;

import java.util.List;
import java.util.Locale;

/** A drawing that stands alone: the charts one below the other, then dates, source and caveats. */
final class ChartFile {

  private static final int WIDTH = 960;
  private static final int LINE = 20;
  private static final int LETTERS_A_LINE = 130;

  private ChartFile() {}

  static String draw(List<Panel> panels, List<String> notes, Locale locale) {
    var charts = new StringBuilder();
    int top = 0;
    for (int i = 0; i < panels.size(); i++) {
      var frame = Frame.large("c" + i);
      charts.append("<g transform=\"translate(0 ").append(top).append(")\">");
      charts.append(sized(Chart.draw(panels.get(i), frame, locale, "chart"), frame));
      charts.append("</g>");
      top += frame.height() + LINE / 2;
    }
    var words = new Svg();
    for (String line : notes.stream().flatMap(note -> wrapped(note).stream()).toList()) {
      top += LINE;
      words.text(Svg.Role.LABEL, Frame.LEFT, top, "start", line);
    }
    int height = top + LINE;
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" \
    font-family="sans-serif" font-size="13"><rect width="%1$d" height="%2$d" fill="#ffffff"/>\
    %3$s%4$s</svg>
    """
        .formatted(WIDTH, height, charts, words);
  }

  /** A drawing inside a drawing has no size of its own. */
  private static String sized(String svg, Frame frame) {
    return svg.replaceFirst(
        "<svg ", "<svg width=\"%d\" height=\"%d\" ".formatted(frame.width(), frame.height()));
  }

  private static List<String> wrapped(String note) {
    var lines = new java.util.ArrayList<String>();
    var line = new StringBuilder();
    for (String word : note.split(" ")) {
      if (!line.isEmpty() && line.length() + word.length() >= LETTERS_A_LINE) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
