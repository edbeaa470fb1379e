package org.maraude.events.volume;

import java.time.Instant;
import org.maraude.events.Event;
import org.maraude.events.Required;

/** Two linked groups turned out to be one; keyed by the id that ends. */
public record AdvertiserMerged(String oldId, String newId, Instant at) implements Event {

  public AdvertiserMerged {
    Required.text(oldId, "oldId");
    Required.text(newId, "newId");
    Required.field(at, "at");
  }
}
