package org.maraude.crawler.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.maraude.crawler.extract.AdReading;
import org.maraude.crawler.extract.Extracted;
import org.maraude.crawler.extract.Extractor;
import org.maraude.crawler.extract.Page;
import org.maraude.crawler.site.SiteFile;

/** What a site file would make of a saved page. */
public final class SiteCheck {

  /** A page read both ways, because a saved page does not say which it is. */
  public record Reading(Extracted asListing, AdReading asAd) {}

  private SiteCheck() {}

  /**
   * Reads a saved page.
   *
   * @param url where it was saved from; null takes the site's first page, by which links resolve
   * @param now stands for the time of the visit
   * @throws UncheckedIOException when the file cannot be read
   */
  public static Reading read(SiteFile site, Path savedPage, @Nullable String url, Instant now) {
    try {
      var address = url == null ? site.start().get(0) : url;
      var page = new Page(address, Files.readAllBytes(savedPage), null, now);
      return new Reading(Extractor.listing(site, page), Extractor.explained(site, page));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "%s: cannot be read; check the path".formatted(savedPage.getFileName()), e);
    }
  }
}
