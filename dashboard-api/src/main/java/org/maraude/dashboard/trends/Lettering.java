package org.maraude.dashboard.trends;

import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Turns the words of a drawing into outlines of a font that comes with the program. The machine's
 * fonts are not asked for: a server often has none, and a picture should look the same everywhere.
 * Not thread safe.
 */
final class Lettering {

  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  /** There is no bold one: a line around each letter makes it so. */
  private static final double BOLD = 0.045;

  private static final double USUAL_SIZE = 16;

  private final TrueTypeFont font;

  private Lettering(TrueTypeFont font) {
    this.font = font;
  }

  /** Reads the font. */
  static Lettering load() {
    try (var in = Lettering.class.getResourceAsStream(FONT)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its font " + FONT);
      }
      return new Lettering(new TTFParser().parse(new RandomAccessReadBuffer(in)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a letter has an outline, or is a space. */
  boolean knows(int letter) throws IOException {
    return glyph(font.getUnicodeCmapLookup(), letter) != 0;
  }

  /** The same drawing without a word of text. */
  String outlined(String svg) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setNamespaceAware(true);
      var document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
      var texts = document.getElementsByTagName("text");
      while (texts.getLength() > 0) {
        var text = (Element) texts.item(0);
        text.getParentNode().replaceChild(outline(text), text);
      }
      var out = new StringWriter();
      var writers = TransformerFactory.newInstance();
      writers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      writers.newTransformer().transform(new DOMSource(document), new StreamResult(out));
      return out.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParserConfigurationException | SAXException | TransformerException e) {
      throw new IllegalStateException("a drawing of ours is no XML", e);
    }
  }

  private Element outline(Element text) throws IOException {
    double size = size(text);
    double scale = size / font.getUnitsPerEm();
    var letters = font.getUnicodeCmapLookup();
    int[] glyphs =
        text.getTextContent().codePoints().map(letter -> glyph(letters, letter)).toArray();
    double width = 0;
    for (int glyph : glyphs) {
      width += font.getAdvanceWidth(glyph) * scale;
    }
    double at = Double.parseDouble(text.getAttribute("x"));
    at -=
        switch (text.getAttribute("text-anchor")) {
          case "end" -> width;
          case "middle" -> width / 2;
          default -> 0;
        };
    double line = Double.parseDouble(text.getAttribute("y"));
    var data = new StringBuilder();
    for (int glyph : glyphs) {
      var outline = font.getGlyph().getGlyph(glyph);
      if (outline != null) {
        var place = new AffineTransform(scale, 0, 0, -scale, at, line);
        append(data, outline.getPath().getPathIterator(place));
      }
      at += font.getAdvanceWidth(glyph) * scale;
    }
    var path = text.getOwnerDocument().createElementNS(text.getNamespaceURI(), "path");
    path.setAttribute("fill", text.getAttribute("fill"));
    path.setAttribute("d", data.toString());
    if (text.getAttribute("font-weight").equals("bold")) {
      path.setAttribute("stroke", text.getAttribute("fill"));
      path.setAttribute("stroke-width", String.format(Locale.ROOT, "%.3f", size * BOLD));
    }
    return path;
  }

  /** A space that the font does not know is a space all the same. */
  private static int glyph(CmapLookup letters, int letter) {
    int glyph = letters.getGlyphId(letter);
    return glyph == 0 && Character.isSpaceChar(letter) ? letters.getGlyphId(' ') : glyph;
  }

  private static double size(Element text) {
    for (Node node = text; node instanceof Element element; node = element.getParentNode()) {
      if (element.hasAttribute("font-size")) {
        return Double.parseDouble(element.getAttribute("font-size"));
      }
    }
    return USUAL_SIZE;
  }

  private static void append(StringBuilder data, PathIterator outline) {
    double[] points = new double[6];
    for (; !outline.isDone(); outline.next()) {
      int numbers =
          switch (outline.currentSegment(points)) {
            case PathIterator.SEG_MOVETO -> letter(data, 'M', 2);
            case PathIterator.SEG_LINETO -> letter(data, 'L', 2);
            case PathIterator.SEG_QUADTO -> letter(data, 'Q', 4);
            case PathIterator.SEG_CUBICTO -> letter(data, 'C', 6);
            default -> letter(data, 'Z', 0);
          };
      for (int i = 0; i < numbers; i++) {
        data.append(i == 0 ? "" : " ").append(String.format(Locale.ROOT, "%.3f", points[i]));
      }
    }
  }

  private static int letter(StringBuilder data, char command, int numbers) {
    data.append(command);
    return numbers;
  }
}
