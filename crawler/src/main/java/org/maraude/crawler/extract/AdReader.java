package org.maraude.crawler.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.maraude.crawler.site.FieldRule;
import org.maraude.crawler.site.SiteFile;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.ads.Place;

/** Reads an ad's page: structured data first, then the site file's rules. */
final class AdReader {

  private static final int LONGEST_BODY = 100_000;
  private static final int LONGEST_LINE = 1_000;
  private static final int LONGEST_ID = 200;
  private static final int MOST_FIELDS = 40;

  private final SiteFile site;
  private final Page page;
  private final Document html;
  private final @Nullable StructuredAd structured;

  private AdReader(SiteFile site, Page page, Document html) {
    this.site = site;
    this.page = page;
    this.html = html;
    this.structured = StructuredData.of(html).ad().map(StructuredAd::new).orElse(null);
  }

  static Extracted read(SiteFile site, Page page, Document html) {
    return new AdReader(site, page, html).read();
  }

  /** The fields that a site file names or needs, in alphabetical order. */
  static List<String> configured(SiteFile site) {
    return List.copyOf(new TreeSet<>(rules(site).keySet()));
  }

  /** Those without which there is no ad: an ad without its number could not be told from others. */
  static List<String> required(SiteFile site) {
    return rules(site).entrySet().stream()
        .filter(rule -> rule.getValue().required() || rule.getKey().equals("localId"))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Map<String, FieldRule> rules(SiteFile site) {
    var ad = site.ad();
    var rules = new TreeMap<>(ad.fields());
    put(rules, "localId", ad.localId());
    put(rules, "title", ad.title());
    put(rules, "body", ad.body());
    put(rules, "postedAt", ad.postedAt());
    put(rules, "place", ad.place());
    put(rules, "departement", ad.departement());
    put(rules, "category", ad.category());
    return rules;
  }

  private static void put(Map<String, FieldRule> rules, String name, @Nullable FieldRule rule) {
    if (rule != null) {
      rules.put(name, rule);
    }
  }

  /** What was found, before it is judged; each may be empty. */
  private record Texts(
      String localId,
      String title,
      String body,
      String postedAt,
      String place,
      String departement,
      String category) {

    Map<String, String> byName() {
      return Map.of(
          "localId", localId,
          "title", title,
          "body", body,
          "postedAt", postedAt,
          "place", place,
          "departement", departement,
          "category", category);
    }
  }

  private Extracted read() {
    var rules = site.ad();
    var texts =
        new Texts(
            localId(),
            first(structured == null ? "" : structured.title(), rules.title()),
            cut(body(), LONGEST_BODY),
            first(structured == null ? "" : structured.postedAt(), rules.postedAt()),
            first(structured == null ? "" : structured.place(), rules.place()),
            first("", rules.departement()),
            first(structured == null ? "" : structured.category(), rules.category()));
    var fields = fields();
    var values = new TreeMap<>(fields);
    values.putAll(texts.byName());

    var missing = new ArrayList<String>();
    boolean usable = !texts.localId().isEmpty();
    for (var rule : rules(site).entrySet()) {
      if (values.getOrDefault(rule.getKey(), "").isEmpty()) {
        missing.add(rule.getKey());
        usable &= !rule.getValue().required();
      }
    }
    usable &= !(texts.title().isEmpty() && texts.body().isEmpty());
    return usable
        ? new Extracted.Ad(ad(texts, fields), missing)
        : new Extracted.Incomplete(List.copyOf(missing));
  }

  private ObservedAd ad(Texts texts, Map<String, String> fields) {
    var category = texts.category().isEmpty() ? null : texts.category();
    var place = place(texts.place(), texts.departement());
    return new ObservedAd(
        site.id() + ":" + texts.localId(),
        site.id(),
        page.url(),
        page.fetchedAt(),
        PostedDate.parse(texts.postedAt(), site.zone(), page.fetchedAt()),
        texts.title(),
        texts.body(),
        category,
        place,
        fields,
        imageCount(),
        ContentHash.ofAd(texts.title(), texts.body(), category, place, fields));
  }

  private String body() {
    var text = structured == null ? "" : structured.body();
    var rule = site.ad().body();
    if (!text.isEmpty() || rule == null) {
      return text;
    }
    return rule.find(html, page.url())
        .map(found ->
            switch (found) {
              case FieldRule.Found.Value(var value) -> Html.lines(value);
              case FieldRule.Found.InElement(var element) -> Html.lines(element);
            })
        .orElse("");
  }

  // The site file's rule goes first here, unlike elsewhere: an identity must not change on the day
  // when a site adds structured data. Without a rule and an identifier the URL is the identity.
  private String localId() {
    if (site.ad().localId() != null) {
      return cut(first("", site.ad().localId()), LONGEST_ID);
    }
    var own = structured == null ? "" : cut(structured.localId(), LONGEST_ID);
    return own.isEmpty() ? ContentHash.of(page.url()).substring(0, 16) : own;
  }

  private Map<String, String> fields() {
    var fields = new LinkedHashMap<String, String>();
    var given = structured == null ? Map.<String, String>of() : structured.fields();
    given.entrySet().stream()
        .limit(MOST_FIELDS)
        .forEach(field -> fields.put(field.getKey(), cut(field.getValue(), LONGEST_LINE)));
    site.ad()
        .fields()
        .forEach((name, rule) -> {
          var value = first(fields.getOrDefault(name, ""), rule);
          if (!value.isEmpty()) {
            fields.put(name, value);
          }
        });
    return fields;
  }

  private Place place(String text, String named) {
    var departement = named.isEmpty() ? null : Departement.in(named);
    if (departement == null) {
      departement = Departement.in(text);
    }
    var country = structured == null ? null : structured.country();
    return new Place(text, departement, country);
  }

  private int imageCount() {
    int given = structured == null ? 0 : structured.imageCount();
    if (given > 0) {
      return given;
    }
    var images = site.ad().images();
    return images == null ? html.select("img").size() : html.select(images).size();
  }

  private String first(String structured, @Nullable FieldRule rule) {
    if (!structured.isEmpty() || rule == null) {
      return cut(structured, LONGEST_LINE);
    }
    var text =
        rule.find(html, page.url())
            .map(found ->
                switch (found) {
                  case FieldRule.Found.Value(var value) -> Html.line(value);
                  case FieldRule.Found.InElement(var element) -> Html.line(element);
                })
            .orElse("");
    return cut(text, LONGEST_LINE);
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end);
  }
}
