package org.maraude.crawler.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.maraude.crawler.site.FieldRule;
import org.maraude.crawler.site.SiteFile;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.ads.Place;
import org.maraude.places.PlaceCodes;

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
    this.structured = StructuredData.ad(html, page.url()).orElse(null);
  }

  static AdReading read(SiteFile site, Page page, Document html) {
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

  private AdReading read() {
    var rules = site.ad();
    var readings = new LinkedHashMap<String, Reading>();
    readings.put("localId", localId());
    readings.put("title", line(StructuredAd::title, rules.title()));
    readings.put("body", body());
    readings.put("postedAt", line(StructuredAd::postedAt, rules.postedAt()));
    readings.put("place", line(StructuredAd::place, rules.place()));
    readings.put("departement", line(ad -> Reading.NONE, rules.departement()));
    readings.put("category", line(StructuredAd::category, rules.category()));
    var fields = fields();
    var all = new LinkedHashMap<>(fields);
    all.putAll(readings);

    var missing = new ArrayList<String>();
    boolean usable = !all.getOrDefault("localId", Reading.NONE).isEmpty();
    for (var rule : rules(site).entrySet()) {
      if (all.getOrDefault(rule.getKey(), Reading.NONE).isEmpty()) {
        missing.add(rule.getKey());
        usable &= !rule.getValue().required();
      }
    }
    usable &= !(value(readings, "title").isEmpty() && value(readings, "body").isEmpty());
    fields.forEach(readings::putIfAbsent);
    return new AdReading(
        readings,
        usable
            ? new Extracted.Ad(ad(readings, fields), missing)
            : new Extracted.Incomplete(List.copyOf(missing)));
  }

  private static String value(Map<String, Reading> readings, String name) {
    return readings.getOrDefault(name, Reading.NONE).value();
  }

  private ObservedAd ad(Map<String, Reading> readings, Map<String, Reading> fieldReadings) {
    var title = value(readings, "title");
    var body = value(readings, "body");
    var category = value(readings, "category");
    var place = place(value(readings, "place"), value(readings, "departement"));
    var fields = new LinkedHashMap<String, String>();
    fieldReadings.forEach((name, reading) -> fields.put(name, reading.value()));
    return new ObservedAd(
        site.id() + ":" + value(readings, "localId"),
        site.id(),
        page.url(),
        page.fetchedAt(),
        PostedDate.parse(value(readings, "postedAt"), site.zone(), page.fetchedAt()),
        title,
        body,
        category.isEmpty() ? null : category,
        place,
        fields,
        imageCount(),
        ContentHash.ofAd(title, body, category, place, fields));
  }

  private Reading body() {
    var rule = site.ad().body();
    return given(StructuredAd::body)
        .or(() -> rule == null ? Reading.NONE : Found.lines(rule, html, page.url()))
        .cut(LONGEST_BODY);
  }

  // The site file's rule goes first here, unlike elsewhere: an identity must not change on the day
  // when a site adds structured data. Without a rule and an identifier the URL is the identity.
  private Reading localId() {
    var rule = site.ad().localId();
    if (rule != null) {
      return Found.line(rule, html, page.url()).cut(LONGEST_ID);
    }
    return given(StructuredAd::localId)
        .cut(LONGEST_ID)
        .or(() -> new Reading(ContentHash.of(page.url()).substring(0, 16), "the page's URL"));
  }

  private Map<String, Reading> fields() {
    var fields = new LinkedHashMap<String, Reading>();
    var given = structured == null ? Map.<String, Reading>of() : structured.fields();
    given.entrySet().stream()
        .limit(MOST_FIELDS)
        .forEach(field -> fields.put(field.getKey(), field.getValue().cut(LONGEST_LINE)));
    site.ad()
        .fields()
        .forEach((name, rule) -> {
          var known = fields.getOrDefault(name, Reading.NONE);
          var reading = known.or(() -> Found.line(rule, html, page.url())).cut(LONGEST_LINE);
          if (!reading.isEmpty()) {
            fields.put(name, reading);
          }
        });
    return fields;
  }

  private Place place(String text, String named) {
    var departement = PlaceCodes.in(named).or(() -> PlaceCodes.in(text)).orElse(null);
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

  private Reading given(Function<StructuredAd, Reading> field) {
    return structured == null ? Reading.NONE : field.apply(structured);
  }

  private Reading line(Function<StructuredAd, Reading> field, @Nullable FieldRule rule) {
    return given(field)
        .or(() -> rule == null ? Reading.NONE : Found.line(rule, html, page.url()))
        .cut(LONGEST_LINE);
  }
}
