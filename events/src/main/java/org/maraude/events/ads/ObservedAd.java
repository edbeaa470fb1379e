package org.maraude.events.ads;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maraude.events.Event;
import org.maraude.events.Required;

/**
 * One public ad as it stood on its page: raw, with contacts in clear, so it lives only in {@code
 * ads.observed} and in files an operator made.
 *
 * @param adId {@code siteId:localId}, stable over all sightings
 * @param url the ad's canonical URL
 * @param observedAt when the page was fetched
 * @param postedAt the page's own date of posting, if it names one
 * @param title as read, never null, may be empty
 * @param body as read, never null, may be empty
 * @param fields what the site sets apart, such as {@code age}, {@code phone}, {@code name}, {@code
 *     price}: raw text
 * @param imageCount how many images the page shows; none is ever fetched
 * @param contentHash of title, body, place and fields: equal hashes are the same content
 */
public record ObservedAd(
    String adId,
    String siteId,
    String url,
    Instant observedAt,
    @Nullable Instant postedAt,
    String title,
    String body,
    @Nullable String category,
    Place place,
    Map<String, String> fields,
    int imageCount,
    String contentHash)
    implements Event {

  public ObservedAd {
    Required.text(adId, "adId");
    Required.text(siteId, "siteId");
    Required.text(url, "url");
    Required.field(observedAt, "observedAt");
    Required.field(title, "title");
    Required.field(body, "body");
    place = place == null ? Place.UNKNOWN : place;
    fields = fields == null ? Map.of() : Map.copyOf(fields);
    contentHash = contentHash == null ? "" : contentHash;
  }
}
