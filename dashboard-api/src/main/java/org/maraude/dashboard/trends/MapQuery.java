package org.maraude.dashboard.trends;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The question behind the map of one week. */
final class MapQuery {

  private MapQuery() {}

  /**
   * Reads it.
   *
   * @param week any day of it; left out for the last whole one
   * @param measure left out for new ads
   * @throws BadVolumeQueryException with what is wrong
   */
  static VolumeQuery parse(@Nullable String week, @Nullable String measure, LocalDate today) {
    var lastWhole = Step.WEEK.startOf(today).minusWeeks(1);
    var day = week == null || week.isBlank() ? lastWhole.toString() : week;
    return VolumeQuery.parse(
        new VolumeQuery.Asked(day, day, "week", "departement", measure, "rate", null), today);
  }
}
