package org.maraude.dashboard.trends;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * A period to show behind a chart's line: a lockdown, an outage, an event.
 *
 * @param firstDay inclusive
 * @param lastDay inclusive
 * @param demo true for what never was: every chart, table and file says so
 * @param departements where it holds, by code; empty for everywhere
 * @param version counted up by every edit; 0 for what is read off the records and cannot be edited
 */
public record Band(
    String id,
    String nameFr,
    String nameEn,
    LocalDate firstDay,
    LocalDate lastDay,
    boolean demo,
    Kind kind,
    List<String> departements,
    int version) {

  /** Why a count may differ there. */
  public enum Kind {
    LOCKDOWN,
    /** A rule was changed: more or fewer ads are flagged, not more or fewer are there. */
    RULES,
    /** Sites could not be visited. */
    OUTAGE,
    LOCAL
  }

  public Band {
    if (id.isBlank() || lastDay.isBefore(firstDay)) {
      throw new IllegalArgumentException("a band needs an id and a first day before its last");
    }
    departements = List.copyOf(departements);
  }

  /** One of the calendar that holds everywhere. */
  public Band(
      String id,
      String nameFr,
      String nameEn,
      LocalDate firstDay,
      LocalDate lastDay,
      boolean demo) {
    this(id, nameFr, nameEn, firstDay, lastDay, demo, Kind.LOCKDOWN, List.of(), 1);
  }

  public String name(Locale locale) {
    return locale.getLanguage().equals("en") ? nameEn : nameFr;
  }

  /** Whether somebody may edit it. */
  public boolean kept() {
    return version > 0;
  }

  /** Where it holds, for people to read and to edit; empty for everywhere. */
  public String where() {
    return String.join(", ", departements);
  }
}
