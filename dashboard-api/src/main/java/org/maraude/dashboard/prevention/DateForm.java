package org.maraude.dashboard.prevention;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/** In which order a table writes a day; a time behind it is left out. */
public enum DateForm {
  /** 2026-01-31. */
  YEAR_FIRST("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})", 1, 2, 3),
  /** 31/01/2026. */
  DAY_FIRST("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})", 3, 2, 1),
  /** 01/31/2026. */
  MONTH_FIRST("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})", 3, 1, 2);

  private static final String TIME = "(?:[T ,]+\\d{1,2}:\\d{2}.{0,20})?";

  private final Pattern pattern;
  private final int year;
  private final int month;
  private final int day;

  DateForm(String pattern, int year, int month, int day) {
    this.pattern = Pattern.compile(pattern + TIME);
    this.year = year;
    this.month = month;
    this.day = day;
  }

  /** The day; empty when it is written otherwise or is none. */
  Optional<LocalDate> read(String written) {
    var match = pattern.matcher(written.strip());
    if (!match.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(match.group(year)),
              Integer.parseInt(match.group(month)),
              Integer.parseInt(match.group(day))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The first form that reads all of these; day first where both orders do, as in France. */
  static DateForm of(Collection<String> written) {
    for (var form : values()) {
      if (written.stream().allMatch(each -> each.isBlank() || form.read(each).isPresent())) {
        return form;
      }
    }
    return YEAR_FIRST;
  }
}
