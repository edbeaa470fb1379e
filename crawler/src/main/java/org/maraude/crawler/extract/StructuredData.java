package org.maraude.crawler.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.maraude.crawler.urls.CanonicalUrl;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schema.org items of a page. JSON-LD and microdata are kept apart: a field that one lacks is
 * not taken from the other, which may describe another ad of the same page.
 */
final class StructuredData {

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
  private static final Set<String> LIST_TYPES = Set.of("ItemList", "OfferCatalog");
  private static final int MOST_ITEMS = 2000;
  private static final int MOST_LINKS = 5000;
  private static final int DEEPEST = 16;

  private final StructuredAd.Syntax syntax;
  private final List<ObjectNode> items = new ArrayList<>();
  private final List<ObjectNode> main = new ArrayList<>();
  private final Map<String, ObjectNode> byId = new HashMap<>();

  private StructuredData(StructuredAd.Syntax syntax) {
    this.syntax = syntax;
  }

  private static StructuredData jsonLd(Document html) {
    var data = new StructuredData(StructuredAd.Syntax.JSON_LD);
    JsonLd.blocks(html).forEach(block -> data.collect(block, false, 0));
    return data;
  }

  private static StructuredData microdata(Document html) {
    var data = new StructuredData(StructuredAd.Syntax.MICRODATA);
    Microdata.items(html, JsonLd.JSON).forEach(item -> data.collect(item, false, 0));
    return data;
  }

  /** The ad that the page at this URL describes, by JSON-LD, else by microdata. */
  static Optional<StructuredAd> ad(Document html, String url) {
    return jsonLd(html).ad(url).or(() -> microdata(html).ad(url));
  }

  /** The links of the page's item lists, by JSON-LD, else by microdata. */
  static List<ListItem> listItems(Document html) {
    var items = jsonLd(html).listItems();
    return items.isEmpty() ? microdata(html).listItems() : items;
  }

  private void collect(JsonNode node, boolean isMain, int depth) {
    if (depth > DEEPEST || items.size() >= MOST_ITEMS) {
      return;
    }
    if (node instanceof ArrayNode array) {
      for (var element : array) {
        collect(element, isMain, depth + 1);
      }
    } else if (node instanceof ObjectNode object) {
      (isMain ? main : items).add(object);
      var id = object.path("@id");
      if (id.isString() && object.size() > 1) {
        byId.putIfAbsent(id.asString(), object);
      }
      collect(object.path("@graph"), false, depth + 1);
      collect(object.path("mainEntity"), true, depth + 1);
      collect(object.path("itemOffered"), false, depth + 1);
    }
  }

  /** What the page says it is about; else what bears its address; else what comes first. */
  private Optional<StructuredAd> ad(String url) {
    var ads = new ArrayList<ObjectNode>();
    main.stream().map(this::resolved).filter(StructuredData::isAd).forEach(ads::add);
    if (ads.isEmpty()) {
      items.stream().filter(StructuredData::isAd).forEach(ads::add);
    }
    return ads.stream()
        .filter(ad -> ads.size() > 1 && bears(ad, url))
        .findFirst()
        .or(() -> ads.stream().findFirst())
        .map(ad -> new StructuredAd(withOffered(ad), syntax, this::resolved));
  }

  private static boolean isAd(ObjectNode item) {
    return hasType(item, AD_TYPES);
  }

  private static boolean bears(ObjectNode ad, String url) {
    for (var name : List.of("url", "@id", "mainEntityOfPage")) {
      var value = ad.path(name);
      var link = value.isObject() ? value.path("@id") : value;
      // Within the page, #ad is a name and no address.
      if (link.isString()
          && !link.asString().startsWith("#")
          && CanonicalUrl.resolve(url, link.asString()).filter(url::equals).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** An offer says the price and the seller, the thing offered says the rest. */
  private List<ObjectNode> withOffered(ObjectNode ad) {
    var offered = ad.path("itemOffered");
    var first = offered.isArray() ? offered.path(0) : offered;
    return first instanceof ObjectNode thing ? List.of(ad, resolved(thing)) : List.of(ad);
  }

  /** What {@code {"@id": ...}} stands for, if the page has it. */
  private ObjectNode resolved(ObjectNode node) {
    var id = node.path("@id");
    boolean reference =
        id.isString() && (node.size() == 1 || node.size() == 2 && node.has("@type"));
    return reference ? byId.getOrDefault(id.asString(), node) : node;
  }

  private List<ListItem> listItems() {
    var links = new ArrayList<ListItem>();
    var lists = new ArrayList<>(main);
    lists.addAll(items);
    for (var list : lists) {
      if (hasType(list, LIST_TYPES)) {
        for (var element : list.path("itemListElement")) {
          if (links.size() < MOST_LINKS) {
            link(element).ifPresent(link -> links.add(new ListItem(link, text(element))));
          }
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
