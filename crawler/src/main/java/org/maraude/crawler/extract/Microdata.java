package org.maraude.crawler.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * HTML microdata (WHATWG HTML, 5) in the shape of JSON-LD, {@code itemref} included. Properties
 * come in the order of the item's own part, then of the parts that it refers to. Used once, by one
 * thread.
 */
final class Microdata {

  private static final int MOST_ITEMS = 2000;
  private static final int DEEPEST_ITEM = 16;
  private static final int MOST_REFERENCES = 50;

  /** Properties whose value is an address; every other link is read as the words that show. */
  private static final Set<String> ADDRESSES =
      Set.of("url", "sameAs", "item", "mainEntityOfPage", "image", "photo", "additionalType");

  private final JsonMapper json;
  private final Document html;
  private @Nullable Map<String, Element> byId;
  // Items that refer to each other could be walked through again and again.
  private int elementsLeft = 300_000;

  private Microdata(JsonMapper json, Document html) {
    this.json = json;
    this.html = html;
  }

  static List<ObjectNode> items(Document html, JsonMapper json) {
    var reader = new Microdata(json, html);
    var items = new ArrayList<ObjectNode>();
    for (var scope : html.select("[itemscope]:not([itemprop])")) {
      if (items.size() >= MOST_ITEMS || reader.elementsLeft <= 0) {
        break;
      }
      items.add(reader.item(scope, 0));
    }
    return items;
  }

  private ObjectNode item(Element scope, int depth) {
    var item = json.createObjectNode();
    for (var type : words(scope.attr("itemtype"))) {
      add(item, "@type", json.getNodeFactory().stringNode(type));
    }
    var id = scope.attr("itemid").strip();
    if (!id.isEmpty()) {
      item.put("@id", id);
    }
    if (depth <= DEEPEST_ITEM) {
      properties(scope, item, depth);
    }
    return item;
  }

  private void properties(Element scope, ObjectNode item, int depth) {
    Set<Element> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    seen.add(scope);
    var left = new ArrayDeque<>(scope.children());
    left.addAll(referred(scope));
    while (!left.isEmpty() && elementsLeft-- > 0) {
      var element = left.removeFirst();
      if (!seen.add(element)) {
        continue;
      }
      boolean isItem = element.hasAttr("itemscope");
      var names = words(element.attr("itemprop"));
      if (!names.isEmpty()) {
        var value = isItem ? item(element, depth + 1) : text(element, names);
        names.forEach(name -> add(item, name, value));
      }
      if (!isItem) {
        element.children().reversed().forEach(left::addFirst);
      }
    }
  }

  private List<Element> referred(Element scope) {
    var referred = new ArrayList<Element>();
    for (var id : words(scope.attr("itemref"))) {
      var element = byId().get(id);
      if (element != null && referred.size() < MOST_REFERENCES) {
        referred.add(element);
      }
    }
    return referred;
  }

  private Map<String, Element> byId() {
    if (byId == null) {
      byId = new HashMap<>();
      for (var element : html.select("[id]")) {
        byId.putIfAbsent(element.id(), element);
      }
    }
    return byId;
  }

  private static List<String> words(String attribute) {
    var words = attribute.strip();
    return words.isEmpty() ? List.of() : List.of(words.split("\\s+"));
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

  private JsonNode text(Element element, List<String> names) {
    return json.getNodeFactory().stringNode(value(element, names));
  }

  private static String value(Element element, List<String> names) {
    if (element.hasAttr("content")) {
      return element.attr("content").strip();
    }
    return switch (element.normalName()) {
      case "a" ->
          element.hasText() && Collections.disjoint(names, ADDRESSES)
              ? Html.lines(element)
              : element.absUrl("href");
      case "area", "link" -> element.absUrl("href");
      case "img", "audio", "video", "source", "embed", "iframe", "track" -> element.absUrl("src");
      case "object" -> element.absUrl("data");
      case "data", "meter" ->
          element.hasAttr("value") ? element.attr("value").strip() : Html.lines(element);
      case "time" ->
          element.hasAttr("datetime") ? element.attr("datetime").strip() : Html.line(element);
      default -> Html.lines(element);
    };
  }
}
