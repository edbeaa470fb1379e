package org.maraude.dashboard.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The clock by which teams live: a day begins and ends at midnight in Paris. */
public final class Paris {

  public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

  private Paris() {}

  public static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZONE);
  }

  /** When a day begins. */
  public static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }
}
