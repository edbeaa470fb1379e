package org.maraude.dashboard.trends;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A drawing that stands alone: a heading, the charts one below the other, then dates, source and
 * caveats.
 */
final class ChartFile {

  static final int WIDTH = 960;

  private static final int LINE = 20;
  private static final int HEADING = 24;
  private static final int LETTERS_A_LINE = 130;

  private ChartFile() {}

  /**
   * A drawing inside the drawing.
   *
   * @param svg an {@code svg} element without a size of its own
   */
  record Part(String svg, int width, int height) {

    String at(int top) {
      return "<g transform=\"translate(0 "
          + top
          + ")\">"
          + svg.replaceFirst("<svg ", "<svg width=\"%d\" height=\"%d\" ".formatted(width, height))
          + "</g>";
    }
  }

  /** Charts of volumes. */
  static Drawing draw(String heading, List<Panel> panels, List<String> notes, Locale locale) {
    var parts = new ArrayList<Part>();
    for (int i = 0; i < panels.size(); i++) {
      var frame = Frame.large("c" + i);
      parts.add(
          new Part(
              Chart.draw(panels.get(i), frame, locale, "chart"), frame.width(), frame.height()));
    }
    return of(heading, parts, notes);
  }

  /**
   * Any drawings.
   *
   * @param heading what they show and of which days
   * @param notes source and caveats, broken into lines here
   */
  static Drawing of(String heading, List<Part> parts, List<String> notes) {
    var words = new Svg();
    int top = LINE;
    for (String line : wrapped(heading)) {
      words.text(Svg.Role.TITLE, Frame.LEFT, top, "start", line);
      top += LINE;
    }
    top = Math.max(top - LINE / 2, HEADING);
    var drawings = new StringBuilder();
    for (Part part : parts) {
      drawings.append(part.at(top));
      top += part.height() + LINE / 2;
    }
    for (String line : notes.stream().flatMap(note -> wrapped(note).stream()).toList()) {
      top += LINE;
      words.text(Svg.Role.LABEL, Frame.LEFT, top, "start", line);
    }
    int height = top + LINE;
    var svg =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" \
        font-family="sans-serif" font-size="13"><title>%5$s</title>\
        <rect width="%1$d" height="%2$d" fill="#ffffff"/>%3$s%4$s</svg>
        """
            .formatted(WIDTH, height, drawings, words, Svg.escaped(heading));
    return new Drawing(heading, notes, svg, WIDTH, height);
  }

  private static List<String> wrapped(String note) {
    var lines = new ArrayList<String>();
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
