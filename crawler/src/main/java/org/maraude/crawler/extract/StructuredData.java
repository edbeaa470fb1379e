package org.maraude.crawler.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schema.org items of a page: JSON-LD first, then microdata, both in the shape of JSON-LD.
 * Broken JSON-LD counts as none.
 */
record StructuredData(List<ObjectNode> items) {

  /** A link of a listing, and what the listing says of it. */
  record ListItem(String link, String text) {}

  private static final Set<String> AD_TYPES =
      Set.of(
          "Product",
          "IndividualProduct",
          "Offer",
          "Demand",
          "Service",
          "Article",
          "SocialMediaPosting",
          "DiscussionForumPosting",
          "CreativeWork",
          "Posting",
          "ClassifiedAd");
  private static final int MOST_ITEMS = 2000;
  private static final int DEEPEST = 16;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(64).build())
                  .build())
          .build();

  static StructuredData of(Document html) {
    var items = new ArrayList<ObjectNode>();
    for (var script : html.select("script[type^=application/ld+json]")) {
      try {
        collect(JSON.readTree(script.data()), items, 0);
      } catch (JacksonException e) {
        // The selectors may still read the page; their health shows when they cannot.
      }
    }
    items.addAll(Microdata.items(html, JSON));
    return new StructuredData(items);
  }

  private static void collect(JsonNode node, List<ObjectNode> items, int depth) {
    if (depth > DEEPEST || items.size() >= MOST_ITEMS) {
      return;
    }
    if (node instanceof ArrayNode array) {
      for (var element : array) {
        collect(element, items, depth + 1);
      }
    } else if (node instanceof ObjectNode object) {
      items.add(object);
      collect(object.path("@graph"), items, depth + 1);
      collect(object.path("mainEntity"), items, depth + 1);
    }
  }

  /** The first item that can be an ad. */
  Optional<ObjectNode> ad() {
    return items.stream().filter(item -> hasType(item, AD_TYPES)).findFirst();
  }

  /** The links of the page's item lists. */
  List<ListItem> listItems() {
    var links = new ArrayList<ListItem>();
    for (var list : items) {
      if (hasType(list, Set.of("ItemList", "OfferCatalog"))) {
        for (var element : list.path("itemListElement")) {
          link(element).ifPresent(link -> links.add(new ListItem(link, text(element))));
        }
      }
    }
    return links;
  }

  private static String text(JsonNode element) {
    if (element instanceof ObjectNode object) {
      var copy = object.deepCopy();
      // A new ad in front moves every other down by one.
      copy.remove("position");
      return copy.toString();
    }
    return element.toString();
  }

  private static Optional<String> link(JsonNode element) {
    if (element.isString()) {
      return Optional.of(element.asString());
    }
    for (var name : List.of("url", "@id", "item")) {
      var value = element.path(name);
      if (value.isString()) {
        return Optional.of(value.asString());
      }
      if (value.isObject()) {
        return link(value);
      }
    }
    return Optional.empty();
  }

  private static boolean hasType(ObjectNode item, Set<String> types) {
    var type = item.path("@type");
    if (type.isString()) {
      return types.contains(shortType(type.asString()));
    }
    for (var one : type) {
      if (one.isString() && types.contains(shortType(one.asString()))) {
        return true;
      }
    }
    return false;
  }

  private static String shortType(String type) {
    return type.substring(Math.max(type.lastIndexOf('/'), type.lastIndexOf(':')) + 1);
  }
}
