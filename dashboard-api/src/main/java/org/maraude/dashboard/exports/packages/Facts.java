package org.maraude.dashboard.exports.packages;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.exports.noise.Epsilon;
import org.maraude.dashboard.exports.table.Grid;
import org.maraude.dashboard.exports.table.Quarter;

/**
 * What a package says of its release. Nothing in it is the hour of its making: made again, it is
 * the same.
 *
 * @param frozenAt when the counts were fixed
 * @param software the version that made it first
 * @param epsilon null without noise
 * @param margin null without noise
 * @param ledgerLine its line in the budget's ledger; null without noise
 */
public record Facts(
    UUID id,
    Kind kind,
    Grid grid,
    Quarter quarter,
    Instant frozenAt,
    String software,
    @Nullable Epsilon epsilon,
    @Nullable Long margin,
    @Nullable Long ledgerLine) {

  /** Names the package and its table: {@code maraude-public-departements-2026-q3}. */
  public String name() {
    return "maraude-%s-%s-%s".formatted(kind, grid, quarter).toLowerCase(Locale.ROOT);
  }
}
