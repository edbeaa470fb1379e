package org.maraude.dashboard.trends;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Draws the departments as SVG, each in its shade. Paris and its neighbours stand larger beside,
 * overseas departments as squares below: neither could be seen where they are. What is hidden has a
 * pattern, so that colour alone tells nothing; each area says its name and value when pointed at,
 * and the page has the same as a table.
 */
final class DepartementMap {

  private static final List<String> ENLARGED = List.of("75", "92", "93", "94");
  private static final List<String> OVERSEAS = List.of("971", "972", "973", "974", "976");
  private static final String HIDDEN = "map-hidden";
  private static final String HIDDEN_NEAR = "map-hidden-near";
  private static final int NEAR = 6;
  private static final int SQUARE = 34;
  private static final int GAP = 22;
  private static final int BELOW = 60;
  static final int HEIGHT = Outlines.HEIGHT + BELOW;

  /** How an area is filled. */
  sealed interface Fill {
    /** In one of the classes of {@link Shades}, from 1. */
    record Shade(int number) implements Fill {}

    /** Counted, and nought. */
    record None() implements Fill {}

    /** Not shown. */
    record Hidden() implements Fill {}
  }

  /**
   * A department.
   *
   * @param says its name and value in the reader's language
   */
  record Area(String code, Fill fill, String says) {}

  private DepartementMap() {}

  /** The map; departments that no area is given for are left plain. */
  static String draw(String title, String description, List<Area> areas) {
    Map<String, Area> byCode =
        areas.stream().collect(Collectors.toMap(Area::code, Function.identity()));
    var svg = new Svg();
    svg.raw(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart map\" role=\"img\""
            + " aria-labelledby=\"map-title map-says\" viewBox=\"0 0 "
            + Outlines.WIDTH
            + " "
            + HEIGHT
            + "\"><title id=\"map-title\">"
            + Svg.escaped(title)
            + "</title><desc id=\"map-says\">"
            + Svg.escaped(description)
            + "</desc>");
    svg.raw("<defs>" + pattern(HIDDEN, 1) + pattern(HIDDEN_NEAR, NEAR) + "</defs>");
    Outlines.byCode().forEach((code, outline) -> area(svg, byCode.get(code), outline, HIDDEN));
    svg.raw("<g transform=\"translate(-1804 -474) scale(" + NEAR + ")\">");
    for (String code : ENLARGED) {
      area(svg, byCode.get(code), Outlines.byCode().getOrDefault(code, ""), HIDDEN_NEAR);
    }
    svg.raw("</g>");
    svg.text(Svg.Role.LABEL, 80, 474, "middle", "Paris × " + NEAR);
    for (int i = 0; i < OVERSEAS.size(); i++) {
      var code = OVERSEAS.get(i);
      int x = GAP + i * (SQUARE + GAP + GAP);
      area(
          svg,
          byCode.get(code),
          "M%d %dh%dv%dh-%dz".formatted(x, Outlines.HEIGHT, SQUARE, SQUARE, SQUARE),
          HIDDEN);
      svg.text(Svg.Role.LABEL, x + SQUARE / 2.0, Outlines.HEIGHT + SQUARE + 16, "middle", code);
    }
    return svg.raw("</svg>").toString();
  }

  /** Hatching that looks the same at any scale. */
  private static String pattern(String id, int scale) {
    return """
    <pattern id="%s" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="scale(%s)">\
    <path class="hatch" stroke="#555d65" d="M0 6L6 0"/></pattern>\
    """
        .formatted(id, String.format(Locale.ROOT, "%.4f", 1.0 / scale));
  }

  private static void area(Svg svg, @Nullable Area area, String outline, String hidden) {
    svg.raw("<path ").raw(area == null ? plain() : filled(area.fill(), hidden));
    svg.raw(" d=\"").raw(outline).raw("\">");
    if (area != null) {
      svg.raw("<title>").raw(Svg.escaped(area.says())).raw("</title>");
    }
    svg.raw("</path>");
  }

  /** How a swatch of the key looks, in the same drawing. */
  static String attributes(Fill fill) {
    return filled(fill, HIDDEN);
  }

  private static String plain() {
    return "class=\"area\" fill=\"none\" stroke=\"#7d838a\" vector-effect=\"non-scaling-stroke\"";
  }

  private static String filled(Fill fill, String pattern) {
    return switch (fill) {
      case Fill.None none -> plain();
      case Fill.Hidden hidden ->
          "class=\"area area-hidden\" fill=\"url(#"
              + pattern
              + ")\" stroke=\"#7d838a\" vector-effect=\"non-scaling-stroke\"";
      case Fill.Shade shade ->
          "class=\"area area-%d\" fill=\"#1b5e6b\" fill-opacity=\"0.%d\" stroke=\"#7d838a\" vector-effect=\"non-scaling-stroke\""
              .formatted(shade.number(), shade.number() * 18);
    };
  }
}
