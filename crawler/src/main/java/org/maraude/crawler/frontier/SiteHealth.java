package org.maraude.crawler.frontier;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.maraude.crawler.extract.Extractor;
import org.maraude.crawler.site.SiteFile;
import org.maraude.events.crawl.FetchOutcome;
import org.maraude.events.crawl.FetchResult;

/**
 * Whether pages still yield what the site file says. Only pages that were read count: a wall, a
 * refusal or an error says nothing about a layout. Pure functions.
 */
final class SiteHealth {

  /** The share of first listing pages with a card; further start pages have a number. */
  static final String CARDS = "cards";

  /** The share of ads' pages that could be read as one: it speaks where no field is required. */
  static final String AD = "ad";

  private SiteHealth() {}

  /** A first page of a listing was read. */
  static SiteState listing(SiteFile site, SiteState before, String url, boolean anyCard) {
    return before.yields(cardsOf(site, url), anyCard, true, FieldState.Weight.LISTING);
  }

  /** An ad's page was read, or lacked what is required. */
  static SiteState ad(SiteFile site, SiteState before, FetchResult result) {
    var required = Extractor.requiredFields(site);
    var after = before;
    for (var field : Extractor.watchedFields(site)) {
      boolean found = !result.missing().contains(field);
      after = after.yields(field, found, required.contains(field), FieldState.Weight.AD_PAGE);
    }
    boolean readable = result.outcome() == FetchOutcome.CONTENT;
    return after.yields(AD, readable, true, FieldState.Weight.AD_PAGE);
  }

  /** The first field that is required and no longer yielded; null where all is well. */
  static @Nullable String weakest(SiteFile site, SiteState state) {
    for (var start : site.start()) {
      if (state.weak(cardsOf(site, start))) {
        return cardsOf(site, start);
      }
    }
    for (var field : Extractor.requiredFields(site)) {
      if (state.weak(field)) {
        return field;
      }
    }
    return state.weak(AD) ? AD : null;
  }

  /** Fields that are not required, were usual once, and are so no longer. */
  static List<String> faded(SiteFile site, SiteState state) {
    var required = Extractor.requiredFields(site);
    return Extractor.watchedFields(site).stream()
        .filter(field -> !required.contains(field))
        .filter(field -> state.fields().getOrDefault(field, FieldState.NEW).faded())
        .toList();
  }

  static Map<String, Double> shares(SiteState state) {
    var shares = new TreeMap<String, Double>();
    state.fields().forEach((field, is) -> shares.put(field, is.share()));
    return shares;
  }

  private static String cardsOf(SiteFile site, String url) {
    int number = site.start().indexOf(url);
    return number < 1 ? CARDS : CARDS + "-" + (number + 1);
  }
}
