package org.maraude.standalone.demo.site;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.maraude.standalone.demo.timeline.Lockdown;

/** Dates as French pages show them, Europe/Paris. */
final class FrenchDate {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.FRENCH).withZone(Lockdown.ZONE);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMMM uuuu 'à' HH'h'mm", Locale.FRENCH).withZone(Lockdown.ZONE);

  private FrenchDate() {}

  static String day(Instant at) {
    return DAY.format(at);
  }

  /** To the minute, such as {@code 3 novembre 2026 à 14h05}. */
  static String minute(Instant at) {
    return MINUTE.format(at);
  }
}
