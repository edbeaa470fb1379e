package org.maraude.dashboard.rounds;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which ads a lead asks for.
 *
 * @param departement official code; null for all that the team reaches
 * @param language of the ad's text; null for all
 * @param from flagged on this day or later, in UTC
 * @param to flagged on this day or earlier, in UTC
 * @param most how many at most
 */
public record RoundFilter(
    @Nullable String departement,
    @Nullable String language,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    Tried tried,
    int most) {

  /** The most that a round holds. */
  public static final int LIMIT = 100;

  /** What a round holds where nothing is said. */
  public static final int USUAL = 30;

  /** Whether somebody tried before, under any contact of the ad. */
  public enum Tried {
    ANY,
    NEVER,
    BEFORE
  }

  /**
   * @throws RoundException when the number or the days do not do
   */
  public RoundFilter {
    departement = asked(departement);
    departement = departement == null ? null : departement.toUpperCase(Locale.ROOT);
    language = asked(language);
    language = language == null ? null : language.toLowerCase(Locale.ROOT);
    if (most < 1 || most > LIMIT) {
      throw RoundException.unfit("round-most", "a round holds 1 to " + LIMIT + " ads");
    }
    if (from != null && to != null && from.isAfter(to)) {
      throw RoundException.unfit("round-days", "'from' comes after 'to'");
    }
  }

  static Tried tried(@Nullable String text) {
    return Arrays.stream(Tried.values())
        .filter(each -> text != null && each.name().equalsIgnoreCase(text.strip()))
        .findFirst()
        .orElse(Tried.ANY);
  }

  private static @Nullable String asked(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.replace('\u0000', ' ').strip();
  }
}
