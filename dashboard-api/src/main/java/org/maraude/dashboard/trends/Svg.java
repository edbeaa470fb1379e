package org.maraude.dashboard.trends;

import java.util.Locale;
import org.unbescape.xml.XmlEscape;
import org.unbescape.xml.XmlEscapeLevel;
import org.unbescape.xml.XmlEscapeType;

/**
 * Writes SVG text. Each shape has a class, for the page's style sheet, and presentation attributes,
 * for a file that stands alone; style sheets win over them. No style attribute: the pages' policy
 * forbids it.
 */
final class Svg {

  /** What a shape is; how it looks without a style sheet. */
  enum Role {
    GRID("grid", "stroke=\"#d8d5cc\""),
    AXIS("axis", "stroke=\"#7d838a\""),
    BAND("band", "fill=\"#eeece6\""),
    BAND_EDGE("band-edge", "stroke=\"#7d838a\" stroke-dasharray=\"2 3\""),
    INTERVAL("interval", "fill=\"#1b5e6b\" fill-opacity=\"0.18\""),
    LINE("line", "fill=\"none\" stroke=\"#1b5e6b\" stroke-width=\"2\""),
    LINE_AFTERWARDS(
        "line line-afterwards",
        "fill=\"none\" stroke=\"#1b5e6b\" stroke-width=\"2\" stroke-dasharray=\"5 4\""),
    LINE_EARLIER(
        "line-earlier",
        "fill=\"none\" stroke=\"#7a4b12\" stroke-width=\"1.5\" stroke-dasharray=\"1 3\""),
    DOT("dot", "fill=\"#1b5e6b\""),
    HATCH("hatch", "stroke=\"#555d65\" stroke-width=\"1.5\""),
    HATCHED("hatched", "fill-opacity=\"0.55\""),
    TITLE("chart-title", "fill=\"#20252a\" font-weight=\"bold\""),
    LABEL("label", "fill=\"#555d65\"");

    private final String attributes;

    Role(String name, String presentation) {
      this.attributes = "class=\"" + name + "\" " + presentation;
    }
  }

  private final StringBuilder out = new StringBuilder();

  Svg raw(String markup) {
    out.append(markup);
    return this;
  }

  Svg line(Role role, double x1, double y1, double x2, double y2) {
    out.append("<line ").append(role.attributes);
    number("x1", x1).number("y1", y1).number("x2", x2).number("y2", y2);
    out.append("/>");
    return this;
  }

  Svg rectangle(String attributes, double x, double y, double width, double height) {
    out.append("<rect ").append(attributes);
    number("x", x).number("y", y).number("width", width).number("height", height);
    out.append("/>");
    return this;
  }

  Svg rectangle(Role role, double x, double y, double width, double height) {
    return rectangle(role.attributes, x, y, width, height);
  }

  Svg circle(Role role, double x, double y, double radius) {
    out.append("<circle ").append(role.attributes);
    number("cx", x).number("cy", y).number("r", radius);
    out.append("/>");
    return this;
  }

  Svg path(Role role, String data) {
    out.append("<path ").append(role.attributes).append(" d=\"").append(data).append("\"/>");
    return this;
  }

  /**
   * @param anchor {@code start}, {@code middle} or {@code end}
   */
  Svg text(Role role, double x, double y, String anchor, String words) {
    out.append("<text ").append(role.attributes);
    number("x", x).number("y", y);
    out.append(" text-anchor=\"").append(anchor).append("\">");
    out.append(escaped(words)).append("</text>");
    return this;
  }

  private Svg number(String name, double value) {
    out.append(' ').append(name).append("=\"").append(number(value)).append('"');
    return this;
  }

  static String number(double value) {
    double rounded = Math.round(value * 10) / 10.0;
    return rounded == Math.rint(rounded)
        ? Long.toString(Math.round(rounded))
        : String.format(Locale.ROOT, "%.1f", rounded);
  }

  /** As text or in an attribute; what XML has no place for is left out. */
  static String escaped(String words) {
    return XmlEscape.escapeXml10(
        words,
        XmlEscapeType.CHARACTER_ENTITY_REFERENCES_DEFAULT_TO_DECIMAL,
        XmlEscapeLevel.LEVEL_1_ONLY_MARKUP_SIGNIFICANT);
  }

  static String attributes(Role role) {
    return role.attributes;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
