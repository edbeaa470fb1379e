package org.maraude.dashboard.prevention;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.calendar.Paris;

/** Days and times as forms write them, on the clock of Paris by which posts are planned. */
public final class TypedMoment {

  private TypedMoment() {}

  /** Date and time as a form writes them, such as {@code 2026-03-29T10:00}. */
  public static String typed(Instant at) {
    var local = LocalDateTime.ofInstant(at, Paris.ZONE).withSecond(0).withNano(0);
    return local.toString();
  }

  /**
   * What somebody typed. Of an hour that comes twice in autumn the first is meant.
   *
   * @throws PreventionException when it is no date and time, or an hour that spring leaves out
   */
  static Instant at(@Nullable String typed) {
    if (typed == null || typed.isBlank()) {
      throw PreventionException.unfit("planned-missing", "say when, date and time");
    }
    try {
      var local = LocalDateTime.parse(typed.strip());
      if (Paris.ZONE.getRules().getValidOffsets(local).isEmpty()) {
        throw PreventionException.unfit(
            "planned-skipped", "clocks go forward then: this hour does not exist in Paris");
      }
      return local.atZone(Paris.ZONE).toInstant();
    } catch (DateTimeException e) {
      throw PreventionException.unfit("planned-unreadable", "a time is written 2026-01-31T18:00");
    }
  }

  /**
   * A day as a form writes it.
   *
   * @throws PreventionException when it is none
   */
  static LocalDate date(@Nullable String typed) {
    if (typed == null || typed.isBlank()) {
      throw PreventionException.unfit("day-missing", "a day is missing");
    }
    try {
      return LocalDate.parse(typed.strip());
    } catch (DateTimeException e) {
      throw PreventionException.unfit("day-unreadable", "a day is written 2026-01-31");
    }
  }
}
