package org.maraude.crawler.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A schema.org item read as an ad. Every text may be empty. */
record StructuredAd(ObjectNode item) {

  String title() {
    return Html.line(text(item, "headline", "name", "title"));
  }

  String body() {
    return Html.lines(text(item, "articleBody", "description", "text"));
  }

  String localId() {
    return Html.line(text(item, "identifier", "sku", "productID"));
  }

  String postedAt() {
    return Html.line(
        text(
            item,
            "datePosted",
            "datePublished",
            "uploadDate",
            "dateCreated",
            "availabilityStarts"));
  }

  String category() {
    return Html.line(text(item, "category", "articleSection"));
  }

  /** Town and postal code, in one line. */
  String place() {
    var parts = new ArrayList<String>();
    for (var address : addresses()) {
      if (address.isString()) {
        parts.add(address.asString());
      } else {
        var postal = text(address, "postalCode");
        var town = text(address, "addressLocality", "name");
        var region = town.isEmpty() ? text(address, "addressRegion") : "";
        parts.add(Html.line(town + " " + region + " " + postal));
      }
    }
    return parts.isEmpty() ? "" : Html.line(parts.get(0));
  }

  /** ISO 3166-1 alpha-2, if the address says so. */
  @Nullable String country() {
    for (var address : addresses()) {
      var country = text(address, "addressCountry").toUpperCase(Locale.ROOT);
      if (country.matches("[A-Z]{2}")) {
        return country;
      }
    }
    return null;
  }

  int imageCount() {
    var image = item.path("image");
    return image.isArray() ? image.size() : image.isMissingNode() || image.isNull() ? 0 : 1;
  }

  Map<String, String> fields() {
    var fields = new LinkedHashMap<String, String>();
    put(fields, "price", price());
    for (var who : List.of("seller", "provider", "author", "offeredBy")) {
      put(fields, "name", text(item.path(who), "alternateName", "name"));
      put(fields, "phone", text(item.path(who), "telephone"));
      put(fields, "age", text(item.path(who), "age"));
    }
    put(fields, "phone", text(item, "telephone"));
    put(fields, "age", text(item, "age"));
    for (var property : several(item.path("additionalProperty"))) {
      put(
          fields,
          text(property, "propertyID", "name").toLowerCase(Locale.ROOT),
          text(property, "value"));
    }
    return fields;
  }

  private String price() {
    for (var offer : several(item.path("offers"))) {
      var price = price(offer);
      if (!price.isEmpty()) {
        return price;
      }
    }
    return price(item);
  }

  private static String price(JsonNode offer) {
    return Html.line(text(offer, "price", "lowPrice") + " " + text(offer, "priceCurrency"));
  }

  private List<JsonNode> addresses() {
    var addresses = new ArrayList<JsonNode>();
    for (var name :
        List.of("address", "availableAtOrFrom", "areaServed", "contentLocation", "location")) {
      for (var place : several(item.path(name))) {
        addresses.addAll(several(place.path("address")));
        addresses.add(place);
      }
    }
    for (var offer : several(item.path("offers"))) {
      for (var place : several(offer.path("availableAtOrFrom"))) {
        addresses.addAll(several(place.path("address")));
      }
    }
    return addresses;
  }

  private static void put(Map<String, String> fields, String name, String value) {
    var line = Html.line(value);
    if (!name.isBlank() && name.length() <= 40 && !line.isEmpty()) {
      fields.putIfAbsent(name, line);
    }
  }

  private static List<JsonNode> several(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return List.of();
    }
    return node.isArray() ? List.copyOf(node.values()) : List.of(node);
  }

  private static String text(JsonNode parent, String... names) {
    for (var name : names) {
      var text = text(parent.path(name), 0);
      if (!text.isBlank()) {
        return text;
      }
    }
    return "";
  }

  private static String text(JsonNode node, int depth) {
    if (node.isString() || node.isNumber() || node.isBoolean()) {
      return node.asString();
    }
    if (depth > 3) {
      return "";
    }
    if (node.isArray() && !node.isEmpty()) {
      return text(node.get(0), depth + 1);
    }
    for (var name : List.of("@value", "value", "name")) {
      if (node.has(name)) {
        return text(node.get(name), depth + 1);
      }
    }
    return "";
  }
}
