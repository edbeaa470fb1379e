package org.maraude.events.crawl;

import java.time.Instant;
import org.maraude.events.Event;
import org.maraude.events.EventFormatException;
import org.maraude.events.Required;

/**
 * A page worth a visit, keyed by politeness key. It is a wish: the frontier decides whether and
 * when.
 *
 * @param url in canonical form
 * @param kind a listing or an ad; robots.txt is never wished for
 */
public record DiscoveredUrl(String siteId, String url, PageKind kind, Instant at) implements Event {

  public DiscoveredUrl {
    Required.text(siteId, "siteId");
    Required.text(url, "url");
    Required.field(kind, "kind");
    Required.field(at, "at");
    if (kind == PageKind.ROBOTS) {
      throw new EventFormatException("field 'kind' must be LISTING or AD");
    }
  }
}
