package org.maraude.dashboard.prevention;

import java.time.Instant;
import java.util.UUID;
import org.maraude.dashboard.paging.BadQueryException;
import org.maraude.dashboard.paging.CursorText;

/** The place in a list behind which the next page begins; what comes and goes moves no other. */
record Position(Instant at, UUID id) {

  String encoded() {
    return CursorText.encoded(at, id);
  }

  /**
   * @throws BadQueryException when this program did not write it
   */
  static Position decoded(String encoded) {
    return CursorText.decoded(
        encoded,
        2,
        parts -> new Position(Instant.parse(parts.getFirst()), UUID.fromString(parts.getLast())));
  }
}
