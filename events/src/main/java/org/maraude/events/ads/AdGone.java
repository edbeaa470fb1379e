package org.maraude.events.ads;

import java.time.Instant;
import org.maraude.events.Event;
import org.maraude.events.Required;

/**
 * An ad is no longer on its site.
 *
 * @param firstSeenAt when the crawler first read it
 * @param lastSeenAt when it was last there
 * @param firstMissedAt when it was first found missing; it went some time between the two
 */
public record AdGone(
    String adId, String siteId, Instant firstSeenAt, Instant lastSeenAt, Instant firstMissedAt)
    implements Event {

  public AdGone {
    Required.text(adId, "adId");
    Required.text(siteId, "siteId");
    Required.field(firstSeenAt, "firstSeenAt");
    Required.field(lastSeenAt, "lastSeenAt");
    Required.field(firstMissedAt, "firstMissedAt");
  }
}
