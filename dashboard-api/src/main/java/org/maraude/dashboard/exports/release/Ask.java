package org.maraude.dashboard.exports.release;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.exports.noise.Epsilon;
import org.maraude.dashboard.exports.packages.Kind;
import org.maraude.dashboard.exports.table.Grid;
import org.maraude.dashboard.exports.table.Quarter;

/**
 * What somebody asks for.
 *
 * @param epsilon for a public table; null for one under agreement
 * @param agreement what the signed agreement is called; empty for a public table
 */
public record Ask(
    Kind kind, Grid grid, Quarter quarter, @Nullable Epsilon epsilon, String agreement) {

  /** After a quarter's end late records may still come in. */
  public static final int DAYS_AFTER = 7;

  private static final int LONGEST = 200;

  /**
   * Looks whether it can be asked for.
   *
   * @param epsilon in hundredths; null for the whole of a quarter's
   * @throws ExportException when it cannot
   */
  public static Ask of(
      Kind kind,
      Grid grid,
      String quarter,
      @Nullable Integer epsilon,
      @Nullable String agreement,
      LocalDate today) {
    var read =
        Quarter.read(quarter)
            .orElseThrow(() ->
                ExportException.unfit(
                    "quarter-unfit", "a quarter is written as 2026-Q3; no other period is given"));
    if (!read.last().plusDays(DAYS_AFTER).isBefore(today)) {
      throw ExportException.unfit(
          "quarter-not-over",
          "a quarter can be had from the day %d days after its end".formatted(DAYS_AFTER + 1));
    }
    var named = agreement == null ? "" : agreement.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return switch (kind) {
      case PUBLIC -> new Ask(kind, grid, read, epsilon(epsilon), "");
      case RESEARCH -> {
        if (named.isEmpty() || named.length() > LONGEST) {
          throw ExportException.unfit(
              "agreement-missing",
              "name the signed agreement that the table is under, in at most 200 characters");
        }
        yield new Ask(kind, grid, read, null, named);
      }
    };
  }

  private static Epsilon epsilon(@Nullable Integer hundredths) {
    int asked = hundredths == null ? 100 : hundredths;
    if (asked < 1 || asked > 100) {
      throw ExportException.unfit("epsilon-unfit", "epsilon is given in hundredths, from 1 to 100");
    }
    return new Epsilon(asked);
  }
}
