package org.maraude.events.review;

import java.time.Instant;
import org.maraude.events.Event;
import org.maraude.events.Required;

/** Someone objected: everything about this contact token goes, and stays gone. */
public record Erasure(String id, String contactToken, Instant at) implements Event {

  public Erasure {
    Required.text(id, "id");
    Required.text(contactToken, "contactToken");
    Required.field(at, "at");
  }
}
