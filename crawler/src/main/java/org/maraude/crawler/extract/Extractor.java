package org.maraude.crawler.extract;

import java.util.List;
import java.util.Map;
import org.maraude.crawler.site.SiteFile;

/** Reads listings and ads. Stateless, thread safe. */
public final class Extractor {

  private Extractor() {}

  /** Reads a page as a listing. */
  public static Extracted listing(SiteFile site, Page page) {
    var html = Html.parse(page);
    if (Html.undecodable(html)) {
      return new Extracted.Undecodable();
    }
    if (WallMarks.certain(site, html)) {
      return new Extracted.Wall();
    }
    var listing = ListingReader.read(site, page.url(), html);
    if (listing.cards().isEmpty() && WallMarks.likely(html)) {
      return new Extracted.Wall();
    }
    return new Extracted.Listing(listing);
  }

  /** Reads a page as an ad. */
  public static Extracted ad(SiteFile site, Page page) {
    return explained(site, page).extracted();
  }

  /** Reads a page as an ad, and says which rule yielded each field. */
  public static AdReading explained(SiteFile site, Page page) {
    var html = Html.parse(page);
    if (Html.undecodable(html)) {
      return new AdReading(Map.of(), new Extracted.Undecodable());
    }
    if (WallMarks.certain(site, html)) {
      return new AdReading(Map.of(), new Extracted.Wall());
    }
    var ad = AdReader.read(site, page, html);
    if (ad.extracted() instanceof Extracted.Incomplete && WallMarks.likely(html)) {
      return new AdReading(Map.of(), new Extracted.Wall());
    }
    return ad;
  }

  /** The names of the fields whose health is watched on this site's ads. */
  public static List<String> watchedFields(SiteFile site) {
    return AdReader.configured(site);
  }

  /** Those of them without which a page is no ad, in alphabetical order. */
  public static List<String> requiredFields(SiteFile site) {
    return AdReader.required(site);
  }
}
