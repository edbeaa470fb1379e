package org.maraude.dashboard.queue;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * The place in a queue behind which the next page begins: age of the flag, then score, then id.
 * Items that come and go in between move no other.
 */
record Cursor(Instant flaggedAt, double score, UUID id) {

  String encoded() {
    String plain = flaggedAt + " " + score + " " + id;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * @throws BadQueryException when this program did not write it
   */
  static Cursor decoded(String encoded) {
    try {
      var plain = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.US_ASCII);
      var parts = plain.split(" ", -1);
      if (parts.length == 3) {
        return new Cursor(
            Instant.parse(parts[0]), Double.parseDouble(parts[1]), UUID.fromString(parts[2]));
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new BadQueryException("cursor", e);
    }
    throw new BadQueryException("cursor", null);
  }
}
