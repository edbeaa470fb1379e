package org.maraude.standalone.demo.site;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Text into HTML. */
final class Markup {

  private Markup() {}

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** Paragraphs parted by a line feed, each in its element. */
  static String paragraphs(String body, String element) {
    return Arrays.stream(body.split("\n"))
        .map(part -> "<" + element + ">" + escape(part) + "</" + element + ">")
        .collect(Collectors.joining("\n"));
  }

  /** Paragraphs in one element, with line breaks. */
  static String lines(String body) {
    return Arrays.stream(body.split("\n"))
        .map(Markup::escape)
        .collect(Collectors.joining("<br>\n"));
  }

  /** In a small character set, what it lacks is written as a numeric reference. */
  static byte[] encode(String html, Charset charset) {
    CharsetEncoder encoder = charset.newEncoder();
    if (encoder.canEncode(html)) {
      return html.getBytes(charset);
    }
    StringBuilder writable = new StringBuilder();
    html.codePoints()
        .forEach(codePoint -> {
          String character = Character.toString(codePoint);
          writable.append(encoder.canEncode(character) ? character : "&#" + codePoint + ";");
        });
    return writable.toString().getBytes(charset);
  }
}
