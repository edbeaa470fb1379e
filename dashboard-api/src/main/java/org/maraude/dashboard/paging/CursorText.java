package org.maraude.dashboard.paging;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The values of a place in a list as one opaque text that goes through a URL unchanged. Whoever
 * makes one up reaches no more than by asking for the first page: it only says where to begin.
 */
public final class CursorText {

  private CursorText() {}

  /**
   * @param parts whose text is ASCII without spaces
   */
  public static String encoded(Object... parts) {
    var plain = Stream.of(parts).map(Object::toString).collect(Collectors.joining(" "));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * Reads the place back.
   *
   * @param parts how many there are
   * @param reading makes the place of them; refuses with any of Java's own exceptions for texts
   * @throws BadQueryException when this program did not write it
   */
  public static <T> T decoded(String cursor, int parts, Function<List<String>, T> reading) {
    try {
      var plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
      var found = List.of(plain.split(" ", -1));
      if (found.size() == parts) {
        return reading.apply(found);
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new BadQueryException("cursor", e);
    }
    throw new BadQueryException("cursor", null);
  }
}
