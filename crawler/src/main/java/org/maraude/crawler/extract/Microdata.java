package org.maraude.crawler.extract;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** HTML microdata (WHATWG HTML, 5) in the shape of JSON-LD. {@code itemref} is not followed. */
final class Microdata {

  private static final int DEEPEST = 16;

  private final JsonMapper json;

  private Microdata(JsonMapper json) {
    this.json = json;
  }

  static List<ObjectNode> items(Document html, JsonMapper json) {
    var reader = new Microdata(json);
    var items = new ArrayList<ObjectNode>();
    for (var scope : html.select("[itemscope]:not([itemprop])")) {
      items.add(reader.item(scope, 0));
    }
    return items;
  }

  private ObjectNode item(Element scope, int depth) {
    var item = json.createObjectNode();
    var type = scope.attr("itemtype").strip();
    if (!type.isEmpty()) {
      item.put("@type", type);
    }
    properties(scope, item, depth);
    return item;
  }

  private void properties(Element parent, ObjectNode item, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    for (var child : parent.children()) {
      boolean isItem = child.hasAttr("itemscope");
      if (child.hasAttr("itemprop")) {
        var value =
            isItem ? item(child, depth + 1) : json.getNodeFactory().stringNode(value(child));
        for (var name : child.attr("itemprop").strip().split("\\s+")) {
          add(item, name, value);
        }
      }
      if (!isItem) {
        properties(child, item, depth + 1);
      }
    }
  }

  private void add(ObjectNode item, String name, JsonNode value) {
    var before = item.get(name);
    if (before == null) {
      item.set(name, value);
    } else if (before instanceof ArrayNode several) {
      several.add(value);
    } else {
      item.set(name, json.createArrayNode().add(before).add(value));
    }
  }

  private static String value(Element element) {
    if (element.hasAttr("content")) {
      return element.attr("content").strip();
    }
    return switch (element.normalName()) {
      case "a", "area", "link" -> element.absUrl("href");
      case "img", "audio", "video", "source", "embed", "iframe", "track" -> element.absUrl("src");
      case "object" -> element.absUrl("data");
      case "data", "meter" -> element.attr("value").strip();
      case "time" ->
          element.hasAttr("datetime") ? element.attr("datetime").strip() : Html.line(element);
      default -> Html.lines(element);
    };
  }
}
