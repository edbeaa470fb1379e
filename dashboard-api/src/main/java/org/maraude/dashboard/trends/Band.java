package org.maraude.dashboard.trends;

import java.time.LocalDate;
import java.util.Locale;

/**
 * A period to show behind a chart's line: a lockdown, an outage, an event.
 *
 * @param firstDay inclusive
 * @param lastDay inclusive
 * @param demo true for what never was: every chart, table and file says so
 */
public record Band(
    String id, String nameFr, String nameEn, LocalDate firstDay, LocalDate lastDay, boolean demo) {

  public Band {
    if (id.isBlank() || lastDay.isBefore(firstDay)) {
      throw new IllegalArgumentException("a band needs an id and a first day before its last");
    }
  }

  public String name(Locale locale) {
    return locale.getLanguage().equals("en") ? nameEn : nameFr;
  }
}
