package org.maraude.crawler.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.select.Evaluator;
import org.jspecify.annotations.Nullable;

/** Reads the keys {@code listing}, {@code ad} and {@code wall}: the rules that look at pages. */
final class PageRules {

  private PageRules() {}

  static SiteFile.ListingRules listing(YamlMap site) {
    var map = site.map("listing");
    if (map == null) {
      return new SiteFile.ListingRules(null, null, null, null);
    }
    map.refuseKeysBeyond(Set.of("card", "link", "next", "ignore"));
    var card = selector(map, "card");
    var link = rule(map, "link");
    if (card != null && link == null) {
      throw map.error("link", "is missing; write where a card's link stands, as in a@href");
    }
    return new SiteFile.ListingRules(card, link, rule(map, "next"), selector(map, "ignore"));
  }

  static SiteFile.AdRules ad(YamlMap site) {
    var map = site.map("ad");
    if (map == null) {
      return new SiteFile.AdRules(null, null, null, null, null, null, null, null, null, Map.of());
    }
    map.refuseKeysBeyond(
        Set.of(
            "url",
            "localId",
            "title",
            "body",
            "postedAt",
            "place",
            "departement",
            "category",
            "images",
            "fields"));
    return new SiteFile.AdRules(
        pattern(map, "url"),
        rule(map, "localId"),
        rule(map, "title"),
        rule(map, "body"),
        rule(map, "postedAt"),
        rule(map, "place"),
        rule(map, "departement"),
        rule(map, "category"),
        selector(map, "images"),
        fields(map));
  }

  static List<Evaluator> selectors(YamlMap site, String key) {
    var selectors = new ArrayList<Evaluator>();
    for (var css : site.texts(key)) {
      selectors.add(compiled(site, key, () -> FieldRule.selector(css)));
    }
    return selectors;
  }

  private static Map<String, FieldRule> fields(YamlMap ad) {
    var map = ad.map("fields");
    var fields = new LinkedHashMap<String, FieldRule>();
    if (map != null) {
      for (var name : map.keys()) {
        var rule = rule(map, name);
        if (rule != null) {
          fields.put(name, rule);
        }
      }
    }
    return fields;
  }

  private static @Nullable FieldRule rule(YamlMap map, String key) {
    if (!map.isMap(key)) {
      var text = map.text(key);
      return text == null ? null : compiled(map, key, () -> FieldRule.compile(text, false));
    }
    var detail = java.util.Objects.requireNonNull(map.map(key));
    detail.refuseKeysBeyond(Set.of("select", "required"));
    var select = detail.required("select", "where the field stands, as in h1 or time@datetime");
    boolean required = detail.flag("required");
    return compiled(detail, "select", () -> FieldRule.compile(select, required));
  }

  private static @Nullable Evaluator selector(YamlMap map, String key) {
    var css = map.text(key);
    return css == null ? null : compiled(map, key, () -> FieldRule.selector(css));
  }

  private static @Nullable Pattern pattern(YamlMap map, String key) {
    var regex = map.text(key);
    return regex == null ? null : compiled(map, key, () -> FieldRule.pattern(regex));
  }

  private static <T> T compiled(YamlMap map, String key, java.util.function.Supplier<T> compile) {
    try {
      return compile.get();
    } catch (IllegalArgumentException e) {
      throw map.error(key, e.getMessage() + "; correct it");
    }
  }
}
