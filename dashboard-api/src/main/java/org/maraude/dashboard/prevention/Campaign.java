package org.maraude.dashboard.prevention;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A campaign with its themes.
 *
 * @param aim what it is for, may be empty
 * @param firstDay in Paris
 * @param lastDay its last one
 * @param themes by their days, which do not overlap
 */
public record Campaign(
    UUID id, String name, String aim, LocalDate firstDay, LocalDate lastDay, List<Theme> themes) {

  public Campaign {
    themes = List.copyOf(themes);
  }

  boolean has(LocalDate day) {
    return !day.isBefore(firstDay) && !day.isAfter(lastDay);
  }

  /**
   * A campaign as it is to be.
   *
   * @param firstDay in Paris
   */
  public record Draft(String name, String aim, LocalDate firstDay, LocalDate lastDay) {

    private static final int LONGEST_DAYS = 730;

    /**
     * @throws PreventionException with what is wrong
     */
    public Draft {
      name = Words.line("campaign-name", name, 120, true);
      aim = Words.lines("campaign-aim", aim, 1000);
      if (lastDay.isBefore(firstDay) || lastDay.isAfter(firstDay.plusDays(LONGEST_DAYS))) {
        throw PreventionException.unfit(
            "campaign-days", "the last day comes after the first, two years later at most");
      }
    }
  }
}
