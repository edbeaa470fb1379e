package org.maraude.dashboard.prevention;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.maraude.dashboard.queue.BadQueryException;

/** The place in a list behind which the next page begins; what comes and goes moves no other. */
record Position(Instant at, UUID id) {

  String encoded() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((at + " " + id).getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * @throws BadQueryException when this program did not write it
   */
  static Position decoded(String encoded) {
    try {
      var plain = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.US_ASCII);
      var parts = plain.split(" ", -1);
      if (parts.length == 2) {
        return new Position(Instant.parse(parts[0]), UUID.fromString(parts[1]));
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new BadQueryException("cursor", e);
    }
    throw new BadQueryException("cursor", null);
  }
}
