package org.maraude.events.ads;

import java.time.Instant;
import org.maraude.events.Event;
import org.maraude.events.Required;

/** An unchanged ad was listed again: told at most once a day. */
public record AdSeen(String adId, String siteId, Instant seenAt) implements Event {

  public AdSeen {
    Required.text(adId, "adId");
    Required.text(siteId, "siteId");
    Required.field(seenAt, "seenAt");
  }
}
