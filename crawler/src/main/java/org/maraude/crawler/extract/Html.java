package org.maraude.crawler.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** Bytes to a document, and an element to text. */
final class Html {

  private static final char REPLACEMENT = '\uFFFD';
  private static final int TOLERATED_PER_THOUSAND = 20;

  private Html() {}

  static Document parse(Page page) {
    try {
      var bytes = new ByteArrayInputStream(page.body());
      return Jsoup.parse(
          bytes, TextEncoding.of(page.body(), page.contentType()).name(), page.url());
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  /** Whether more than 2 % of the visible characters could not be decoded. */
  static boolean undecodable(Document html) {
    var text = html.text();
    long bad = text.chars().filter(c -> c == REPLACEMENT).count();
    return bad * 1000 > (long) text.length() * TOLERATED_PER_THOUSAND;
  }

  /** One line of text. */
  static String line(@Nullable String text) {
    return text == null ? "" : text.replaceAll("[\\p{Cc}\\p{Z}\\s]+", " ").strip();
  }

  static String line(Element element) {
    return line(element.text());
  }

  /** Text with its line breaks, without blank lines. */
  static String lines(Element element) {
    var text = new StringBuilder();
    element.traverse(new Lines(text));
    return lines(text.toString());
  }

  static String lines(String text) {
    var lines = new StringBuilder();
    for (var line : text.split("\\R")) {
      var clean = line(line);
      if (!clean.isEmpty()) {
        lines.append(lines.isEmpty() ? "" : "\n").append(clean);
      }
    }
    return lines.toString();
  }

  private record Lines(StringBuilder text) implements NodeVisitor {

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode words) {
        text.append(words.getWholeText().replaceAll("\\s+", " "));
      } else if (breaks(node)) {
        text.append('\n');
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (breaks(node)) {
        text.append('\n');
      }
    }

    private static boolean breaks(Node node) {
      return node instanceof Element element
          && (element.isBlock() || element.normalName().equals("br"));
    }
  }
}
