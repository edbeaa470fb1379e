package org.maraude.events.crawl;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.maraude.events.Event;
import org.maraude.events.EventFormatException;
import org.maraude.events.Required;

/**
 * Leave to make one request, once, keyed by politeness key. A fetcher that cannot finish before
 * {@code leaseEnd} makes none.
 *
 * @param permitId unique; the result names it
 * @param url in canonical form
 * @param issuedAt when the frontier gave it
 * @param leaseEnd when it is void
 * @param redirects how many redirects led here, 0 for a first request
 * @param page which page of a listing, from 1; 0 where it is none
 * @param toEnd whether the listing is to be followed to its last page, because nothing of the site
 *     was known when its first page was asked
 * @param robotsOf the origin whose rules a {@link PageKind#ROBOTS} permit asks for
 * @param etag what the page's last answer gave, to be sent as {@code If-None-Match}
 * @param lastModified likewise, for {@code If-Modified-Since}
 */
public record Permit(
    String permitId,
    String siteId,
    String url,
    PageKind kind,
    Instant issuedAt,
    Instant leaseEnd,
    int redirects,
    int page,
    boolean toEnd,
    @Nullable String robotsOf,
    @Nullable String etag,
    @Nullable String lastModified)
    implements Event {

  public Permit {
    Required.text(permitId, "permitId");
    Required.text(siteId, "siteId");
    Required.text(url, "url");
    Required.field(kind, "kind");
    Required.field(issuedAt, "issuedAt");
    Required.field(leaseEnd, "leaseEnd");
    if (kind == PageKind.ROBOTS) {
      Required.text(robotsOf, "robotsOf");
    }
    if (redirects < 0 || page < 0) {
      throw new EventFormatException("fields 'redirects' and 'page' start at 0");
    }
  }
}
