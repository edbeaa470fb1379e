package org.maraude.dashboard.trends;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.maraude.dashboard.pages.Speech;

/** The map of a week as a drawing that stands alone, with its key, source and caveats. */
final class MapFile {

  private static final int LEFT = 56;
  private static final int KEY_LEFT = 700;
  private static final int KEY_TOP = 60;
  private static final int KEY_LINE = 26;
  private static final int SWATCH = 30;
  private static final int SWATCH_HEIGHT = 16;

  private MapFile() {}

  static Drawing draw(MapPage map, VolumeWords words, Speech say) {
    var parts = new ArrayList<ChartFile.Part>();
    if (!map.svg().isEmpty()) {
      parts.add(part(map, say));
    }
    return ChartFile.of(words.heading(), parts, notes(map, words, say));
  }

  private static ChartFile.Part part(MapPage map, Speech say) {
    var width = Outlines.WIDTH;
    var height = DepartementMap.HEIGHT;
    var svg = new Svg();
    svg.raw(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\">"
            .formatted(ChartFile.WIDTH, height));
    svg.raw(
        map.svg()
            .replaceFirst(
                "<svg ",
                "<svg x=\"%d\" width=\"%d\" height=\"%d\" ".formatted(LEFT, width, height)));
    var bounds = map.key();
    for (int i = 0; i < bounds.size(); i++) {
      key(svg, i, new DepartementMap.Fill.Shade(bounds.get(i).number()), bounds.get(i).bounds());
    }
    key(svg, bounds.size(), new DepartementMap.Fill.Hidden(), say.text("map.hiddenShort"));
    key(svg, bounds.size() + 1, new DepartementMap.Fill.None(), say.text("map.none"));
    return new ChartFile.Part(svg.raw("</svg>").toString(), ChartFile.WIDTH, height);
  }

  private static void key(Svg svg, int line, DepartementMap.Fill fill, String words) {
    int y = KEY_TOP + line * KEY_LINE;
    svg.rectangle(DepartementMap.attributes(fill), KEY_LEFT, y, SWATCH, SWATCH_HEIGHT);
    svg.text(Svg.Role.LABEL, KEY_LEFT + SWATCH + 10.0, y + 13.0, "start", words);
  }

  private static List<String> notes(MapPage map, VolumeWords words, Speech say) {
    var notes = new ArrayList<String>();
    notes.add(words.source());
    notes.add(say.text("trends.rateNote"));
    if (map.svg().isEmpty()) {
      notes.add(say.text("trends.empty"));
    }
    if (map.low()) {
      notes.add(say.text("map.low"));
    }
    if (map.unfinished()) {
      notes.add(say.text("trends.remark.unfinished"));
    }
    if (map.nowhere() != null) {
      notes.add(say.text("map.nowhere", map.nowhere()));
    }
    IntStream.rangeClosed(1, 3).forEach(i -> notes.add(say.text("trends.caveat" + i)));
    notes.add(say.text("map.source"));
    return notes;
  }
}
