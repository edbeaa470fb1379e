package org.maraude.dashboard.queue;

import java.time.Instant;
import java.util.UUID;
import org.maraude.dashboard.paging.BadQueryException;
import org.maraude.dashboard.paging.CursorText;

/**
 * The place in a queue behind which the next page begins: age of the flag, then score, then id.
 * Items that come and go in between move no other.
 */
record Cursor(Instant flaggedAt, double score, UUID id) {

  String encoded() {
    return CursorText.encoded(flaggedAt, score, id);
  }

  /**
   * @throws BadQueryException when this program did not write it
   */
  static Cursor decoded(String encoded) {
    return CursorText.decoded(
        encoded,
        3,
        parts ->
            new Cursor(
                Instant.parse(parts.get(0)),
                Double.parseDouble(parts.get(1)),
                UUID.fromString(parts.get(2))));
  }
}
