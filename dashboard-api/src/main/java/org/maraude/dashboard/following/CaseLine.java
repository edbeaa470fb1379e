package org.maraude.dashboard.following;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case in a list.
 *
 * @param name that the person chose; null when the case cannot be opened any more
 * @param next what is due, in words
 * @param daysLate how long what is due has been due; negative when it is to come, 0 also without a
 *     date
 */
public record CaseLine(
    UUID id,
    @Nullable String name,
    String next,
    String worker,
    @Nullable String departement,
    @Nullable LocalDate nextOn,
    LocalDate lastContactOn,
    @Nullable LocalDate closedOn,
    long daysLate) {

  static long late(@Nullable LocalDate nextOn, LocalDate today) {
    return nextOn == null ? 0 : ChronoUnit.DAYS.between(nextOn, today);
  }

  /** Whether something is due by today. */
  public boolean due() {
    return nextOn != null && daysLate >= 0;
  }
}
