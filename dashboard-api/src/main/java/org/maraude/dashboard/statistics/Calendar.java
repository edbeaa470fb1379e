package org.maraude.dashboard.statistics;

import java.time.LocalDate;

/** What the calendar does to counts: columns of a regression. */
final class Calendar {

  private static final double YEAR = 365.25;
  private static final int WEEKDAYS = 7;

  private Calendar() {}

  /** How many columns {@link #fill} writes. */
  static int width(boolean yearly, boolean weekdays) {
    return (yearly ? 2 : 0) + (weekdays ? WEEKDAYS - 1 : 0);
  }

  /** A wave of a year, and a level a weekday with Monday as the norm. */
  static void fill(double[] row, int at, LocalDate day, boolean yearly, boolean weekdays) {
    int column = at;
    if (yearly) {
      double angle = 2 * Math.PI * day.toEpochDay() / YEAR;
      row[column++] = Math.sin(angle);
      row[column++] = Math.cos(angle);
    }
    if (weekdays) {
      for (int other = 2; other <= WEEKDAYS; other++) {
        row[column++] = day.getDayOfWeek().getValue() == other ? 1 : 0;
      }
    }
  }
}
