package org.maraude.events.crawl;

import java.time.LocalDate;
import org.maraude.events.Event;
import org.maraude.events.Required;

/**
 * What share of a site's planned visits succeeded on one day, keyed by {@link #key}. Without it a
 * gap in crawling would read as a fall in ads.
 *
 * @param day in UTC
 * @param planned requests that were due
 * @param successful those that were answered with content or «unchanged»
 */
public record CrawlCoverage(String siteId, LocalDate day, long planned, long successful)
    implements Event {

  public CrawlCoverage {
    Required.text(siteId, "siteId");
    Required.field(day, "day");
    if (successful < 0 || planned < successful) {
      throw new org.maraude.events.EventFormatException(
          "coverage needs 0 <= successful <= planned");
    }
  }

  public String key() {
    return siteId + "|" + day;
  }
}
