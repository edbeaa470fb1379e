package org.maraude.dashboard.exports.table;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A quarter of a year: the period that is released as a whole, so that no two releases overlap in
 * part.
 *
 * @param number 1 to 4
 */
public record Quarter(int year, int number) implements Comparable<Quarter> {

  private static final Pattern FORM = Pattern.compile("([12]\\d{3})-Q([1-4])");
  private static final int MONTHS = 3;

  /** The quarter that is written {@code 2026-Q3}; nothing when it is written otherwise. */
  public static Optional<Quarter> read(String written) {
    var form = FORM.matcher(written);
    return form.matches()
        ? Optional.of(new Quarter(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2))))
        : Optional.empty();
  }

  /** The one that a day lies in. */
  public static Quarter of(LocalDate day) {
    return new Quarter(day.getYear(), (day.getMonthValue() - 1) / MONTHS + 1);
  }

  public LocalDate first() {
    return LocalDate.of(year, (number - 1) * MONTHS + 1, 1);
  }

  /** Its last day, which belongs to it. */
  public LocalDate last() {
    return first().plusMonths(MONTHS).minusDays(1);
  }

  public List<YearMonth> months() {
    var first = YearMonth.from(first());
    return List.of(first, first.plusMonths(1), first.plusMonths(2));
  }

  public Quarter before() {
    return of(first().minusDays(1));
  }

  @Override
  public int compareTo(Quarter other) {
    return first().compareTo(other.first());
  }

  /** As {@link #read} reads it. */
  @Override
  public String toString() {
    return year + "-Q" + number;
  }
}
