package org.maraude.dashboard.prevention;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a fortnight of a campaign is about.
 *
 * @param message what people should take away, may be empty
 * @param firstDay in Paris
 */
public record Theme(UUID id, String title, String message, LocalDate firstDay, LocalDate lastDay) {

  /** How long a theme lasts where nobody says otherwise. */
  public static final int DAYS = 14;

  private static final int LONGEST = 28;

  boolean has(LocalDate day) {
    return !day.isBefore(firstDay) && !day.isAfter(lastDay);
  }

  /** The one of a day; a day between two themes has none. */
  static Optional<Theme> of(LocalDate day, Collection<Theme> themes) {
    return themes.stream().filter(theme -> theme.has(day)).findFirst();
  }

  /**
   * A theme as it is to be.
   *
   * @param lastDay null for a fortnight, or until the campaign ends
   */
  public record Draft(
      String title, String message, LocalDate firstDay, @Nullable LocalDate lastDay) {

    /**
     * @throws PreventionException with what is wrong
     */
    public Draft {
      title = Words.line("theme-title", title, 120, true);
      message = Words.lines("theme-message", message, 1000);
    }

    /**
     * The theme that comes of it.
     *
     * @param others of the campaign, this one left out
     * @throws PreventionException when its days leave the campaign or meet another theme
     */
    Theme in(Campaign campaign, Collection<Theme> others, UUID id) {
      var end = lastDay;
      if (end == null) {
        end = firstDay.plusDays(DAYS - 1);
        end = end.isAfter(campaign.lastDay()) ? campaign.lastDay() : end;
      }
      if (!campaign.has(firstDay) || !campaign.has(end)) {
        throw PreventionException.unfit(
            "theme-outside", "a theme lies within the days of its campaign");
      }
      if (end.isBefore(firstDay) || end.isAfter(firstDay.plusDays(LONGEST - 1))) {
        throw PreventionException.unfit("theme-days", "a theme lasts one to 28 days");
      }
      var theme = new Theme(id, title, message, firstDay, end);
      for (Theme other : others) {
        if (theme.has(other.firstDay()) || other.has(firstDay)) {
          throw PreventionException.unfit(
              "theme-overlaps", "another theme has some of these days", other.title());
        }
      }
      return theme;
    }
  }
}
