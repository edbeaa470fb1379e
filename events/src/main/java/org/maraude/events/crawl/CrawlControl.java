package org.maraude.events.crawl;

import java.time.Instant;
import org.maraude.events.Event;
import org.maraude.events.Required;

/**
 * An order to the crawler, keyed by site. The latest order of a site stands.
 *
 * @param siteId a site's id, or {@link #ALL_SITES}
 * @param byRole the role of the person who gave it; no name
 */
public record CrawlControl(String siteId, Order order, Instant at, String byRole) implements Event {

  /** The key under which the switch for every site stands. */
  public static final String ALL_SITES = "*";

  /** What may be ordered. */
  public enum Order {
    PAUSE,
    RESUME
  }

  public CrawlControl {
    Required.text(siteId, "siteId");
    Required.field(order, "order");
    Required.field(at, "at");
    Required.field(byRole, "byRole");
  }
}
