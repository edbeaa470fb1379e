package org.maraude.dashboard.paging;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The place of a row in a list by days; rows of one day stand by their id. */
public record DayPlace(LocalDate day, UUID id) {

  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  public String encoded() {
    return CursorText.encoded(day, id);
  }

  /**
   * @throws BadQueryException when this program did not write it
   */
  public static DayPlace decoded(String cursor) {
    return CursorText.decoded(cursor, 2, DayPlace::of);
  }

  private static DayPlace of(List<String> parts) {
    var day = LocalDate.parse(parts.getFirst());
    if (day.getYear() < 1 || day.isAfter(LAST)) {
      // Beyond what the database keeps.
      throw new DateTimeException("no day of ours");
    }
    return new DayPlace(day, UUID.fromString(parts.getLast()));
  }
}
