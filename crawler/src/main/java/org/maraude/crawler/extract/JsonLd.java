package org.maraude.crawler.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON-LD blocks of a page, as sites write them rather than as they should: wrapped in HTML
 * comments or CDATA, with comments, trailing commas and raw line breaks inside. A block that is
 * still unreadable, too deep or too large counts as none, because the selectors may yet read the
 * page.
 */
final class JsonLd {

  // One page's blocks together: an item list of a thousand ads has some 300,000.
  private static final int MOST_CHARACTERS = 512 * 1024;

  private static final Pattern MARKUP =
      Pattern.compile(
          "</?(?:a|b|br|div|em|h[1-6]|i|li|ol|p|small|span|strong|u|ul)(?:\\s[^<>]{0,300})?/?>",
          Pattern.CASE_INSENSITIVE);

  static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(64)
                          .maxTokenCount(100_000)
                          .build())
                  .build())
          .enable(
              JsonReadFeature.ALLOW_JAVA_COMMENTS,
              JsonReadFeature.ALLOW_TRAILING_COMMA,
              JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
              JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonLd() {}

  static List<JsonNode> blocks(Document html) {
    var blocks = new ArrayList<JsonNode>();
    int left = MOST_CHARACTERS;
    for (var script : html.select("script[type^=application/ld+json]")) {
      var text = script.data();
      left -= text.length();
      if (left < 0) {
        break;
      }
      read(text, blocks);
    }
    return blocks;
  }

  /** Sites put HTML into JSON strings, although nothing unfolds it there. */
  static String unfolded(String text) {
    if (MARKUP.matcher(text).find()) {
      return Html.lines(Jsoup.parseBodyFragment(text).body());
    }
    return text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
  }

  private static void read(String text, List<JsonNode> blocks) {
    try {
      blocks.add(JSON.readTree(fromFirstBracket(text)));
    } catch (JacksonException e) {
      if (text.contains("<!--")) {
        read(withoutComments(text), blocks);
      }
    }
  }

  /** Without what stands before the value; what stands behind it is not read anyway. */
  private static String fromFirstBracket(String text) {
    var open = text.replace("<![CDATA[", "         ");
    int object = open.indexOf('{');
    int array = open.indexOf('[');
    int start = object < 0 || array >= 0 && array < object ? array : object;
    return start < 0 ? "" : open.substring(start);
  }

  private static String withoutComments(String text) {
    var kept = new StringBuilder();
    int from = 0;
    for (int open = text.indexOf("<!--"); open >= 0; open = text.indexOf("<!--", from)) {
      int close = text.indexOf("-->", open);
      kept.append(text, from, open);
      from = close < 0 ? open + "<!--".length() : close + "-->".length();
    }
    return kept.append(text, from, text.length()).toString();
  }
}
