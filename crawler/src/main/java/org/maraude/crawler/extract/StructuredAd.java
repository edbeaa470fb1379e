package org.maraude.crawler.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A schema.org item read as an ad. A value of a type that makes no sense for a field counts as
 * none.
 *
 * @param parts the item, and what it offers
 * @param resolve what a node that only refers stands for
 */
record StructuredAd(List<ObjectNode> parts, Syntax syntax, UnaryOperator<ObjectNode> resolve) {

  /** How the page writes it. */
  enum Syntax {
    JSON_LD("JSON-LD"),
    MICRODATA("microdata");

    private final String name;

    Syntax(String name) {
      this.name = name;
    }
  }

  private static final int DEEPEST_VALUE = 3;
  private static final List<String> PEOPLE = List.of("seller", "provider", "author", "offeredBy");
  private static final List<String> PLACES =
      List.of("address", "availableAtOrFrom", "areaServed", "contentLocation", "location");

  Reading title() {
    return read(Html::line, "headline", "name", "title");
  }

  Reading body() {
    return read(Html::lines, "articleBody", "description", "text");
  }

  Reading localId() {
    return read(Html::line, "identifier", "sku", "productID");
  }

  Reading postedAt() {
    return read(
        Html::line,
        "datePosted",
        "datePublished",
        "uploadDate",
        "dateCreated",
        "availabilityStarts");
  }

  Reading category() {
    return read(Html::line, "category", "articleSection");
  }

  /** Town and postal code, in one line. */
  Reading place() {
    for (var name : PLACES) {
      for (var address : addresses(name)) {
        var line = address.isString() ? written(address) : postal(address);
        if (!line.isEmpty()) {
          return new Reading(Html.line(line), rule(name));
        }
      }
    }
    return Reading.NONE;
  }

  private String postal(JsonNode address) {
    var town = text(address, "addressLocality", "name");
    var region = town.isEmpty() ? text(address, "addressRegion") : "";
    return Html.line(town + " " + region + " " + text(address, "postalCode"));
  }

  /** ISO 3166-1 alpha-2, if the address says so. */
  @Nullable String country() {
    for (var name : PLACES) {
      for (var address : addresses(name)) {
        var country = text(address, "addressCountry").toUpperCase(Locale.ROOT);
        if (country.matches("[A-Z]{2}")) {
          return country;
        }
      }
    }
    return null;
  }

  int imageCount() {
    for (var part : parts) {
      var image = part.path("image");
      if (image.isArray() ? !image.isEmpty() : !image.isMissingNode() && !image.isNull()) {
        return image.isArray() ? image.size() : 1;
      }
    }
    return 0;
  }

  Map<String, Reading> fields() {
    var fields = new LinkedHashMap<String, Reading>();
    price(fields);
    for (var part : parts) {
      for (var who : PEOPLE) {
        for (var person : several(part.path(who))) {
          put(fields, "name", text(person, "alternateName", "name"), who);
          put(fields, "phone", text(person, "telephone"), who);
          put(fields, "age", text(person, "age"), who);
        }
      }
      put(fields, "phone", text(part, "telephone"), "telephone");
      put(fields, "age", text(part, "age"), "age");
      for (var property : several(part.path("additionalProperty"))) {
        var name = text(property, "propertyID", "name").toLowerCase(Locale.ROOT);
        put(fields, name, text(property, "value"), "additionalProperty");
      }
    }
    return fields;
  }

  private void price(Map<String, Reading> fields) {
    for (var part : parts) {
      for (var offer : several(part.path("offers"))) {
        put(fields, "price", price(offer), "offers");
      }
      put(fields, "price", price(part), "price");
    }
  }

  private String price(JsonNode offer) {
    var specified = offer.path("priceSpecification");
    for (var priced : List.of(offer, specified.isArray() ? specified.path(0) : specified)) {
      var price = text(priced, "price", "lowPrice");
      if (!price.isEmpty()) {
        return Html.line(price + " " + text(priced, "priceCurrency"));
      }
    }
    return "";
  }

  private List<JsonNode> addresses(String name) {
    var addresses = new ArrayList<JsonNode>();
    for (var part : parts) {
      addAddresses(part.path(name), addresses);
      for (var offer : several(part.path("offers"))) {
        addAddresses(offer.path(name), addresses);
      }
    }
    return addresses;
  }

  private void addAddresses(JsonNode places, List<JsonNode> addresses) {
    for (var place : several(places)) {
      addresses.addAll(several(place.path("address")));
      addresses.add(place);
    }
  }

  private void put(Map<String, Reading> fields, String name, String value, String property) {
    var line = Html.line(value);
    if (!name.isBlank() && name.length() <= 40 && !line.isEmpty()) {
      fields.putIfAbsent(name, new Reading(line, rule(property)));
    }
  }

  private Reading read(Function<String, String> clean, String... names) {
    for (var part : parts) {
      for (var name : names) {
        var text = clean.apply(text(part.path(name), 0));
        if (!text.isEmpty()) {
          return new Reading(text, rule(name));
        }
      }
    }
    return Reading.NONE;
  }

  private String rule(String property) {
    return syntax.name + " " + property;
  }

  private List<JsonNode> several(JsonNode node) {
    if (node.isArray()) {
      return node.valueStream().map(this::followed).toList();
    }
    return node.isMissingNode() || node.isNull() ? List.of() : List.of(followed(node));
  }

  private JsonNode followed(JsonNode node) {
    return node instanceof ObjectNode object ? resolve.apply(object) : node;
  }

  private String text(JsonNode parent, String... names) {
    for (var name : names) {
      var text = text(parent.path(name), 0);
      if (!text.isBlank()) {
        return text;
      }
    }
    return "";
  }

  private String text(JsonNode node, int depth) {
    if (node.isString() || node.isNumber()) {
      return written(node);
    }
    if (depth > DEEPEST_VALUE) {
      return "";
    }
    if (node.isArray()) {
      return node.valueStream()
          .limit(20)
          .map(one -> text(one, depth + 1))
          .filter(text -> !text.isBlank())
          .findFirst()
          .orElse("");
    }
    var object = followed(node);
    for (var name : List.of("@value", "value", "name")) {
      var text = object.has(name) ? text(object.path(name), depth + 1) : "";
      if (!text.isBlank()) {
        return text;
      }
    }
    return "";
  }

  private String written(JsonNode value) {
    return syntax == Syntax.JSON_LD ? JsonLd.unfolded(value.asString()) : value.asString();
  }
}
