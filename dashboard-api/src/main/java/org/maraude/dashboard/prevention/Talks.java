package org.maraude.dashboard.prevention;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How many conversations of a day led to a contact: a number and nothing of anybody.
 *
 * @param day in Paris
 * @param theme what they were about; null for none of the campaign's
 * @param number 0 takes the line away
 */
public record Talks(LocalDate day, @Nullable UUID theme, Orientation orientation, int number) {

  private static final int MOST = 10_000;

  /**
   * @throws PreventionException when the number cannot be one day's
   */
  public Talks {
    if (number < 0 || number > MOST) {
      throw PreventionException.unfit("talks-unfit", "a day has 0 to 10,000 conversations");
    }
  }
}
