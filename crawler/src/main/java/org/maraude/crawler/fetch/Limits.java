package org.maraude.crawler.fetch;

import java.time.Duration;
import org.maraude.crawler.sitemap.SitemapReader;
import org.maraude.events.crawl.PageKind;

/**
 * How much of an answer is read, decoded, and how long a whole call may take.
 *
 * @param page bytes of a listing or an ad
 * @param robots bytes of a robots.txt (RFC 9309, 2.5)
 * @param call from connecting to the last byte
 */
public record Limits(int page, int robots, Duration call) {

  public static final Limits USUAL = new Limits(2 << 20, 512 << 10, Duration.ofSeconds(20));

  int of(PageKind kind) {
    return switch (kind) {
      case ROBOTS -> robots;
      case SITEMAP -> Math.toIntExact(SitemapReader.LARGEST);
      case LISTING, AD -> page;
    };
  }
}
