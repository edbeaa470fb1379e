package org.maraude.dashboard.exports.noise;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.maraude.dashboard.exports.table.Row;
import org.maraude.dashboard.exports.table.Spot;

/**
 * A table that anybody may have: each count with noise, shown when that is {@link #SMALLEST} or
 * more, rounded to {@link #STEP}.
 *
 * @param rows all cells, in their order
 * @param margin the count without noise lies that near to the shown one in 95 of 100 cells
 */
public record PublicTable(List<Row> rows, long margin) {

  /** The smallest noisy count that is shown. */
  public static final long SMALLEST = 11;

  /** Shown counts are multiples of this. */
  public static final long STEP = 5;

  public PublicTable {
    rows = List.copyOf(rows);
  }

  /**
   * Makes one. Every cell gets its noise, also where nobody was, and also where it is not shown:
   * what is missing must not tell either.
   *
   * @param bounded counts in which nobody counts in more than {@link ContributionBound#CELLS} cells
   * @param print of what was counted: other counts have other noise, for two tables with one noise
   *     would tell their difference exactly
   */
  public static PublicTable of(
      SortedMap<Spot, Long> bounded, Epsilon epsilon, String print, byte[] key) {
    var mac = Draws.mac(key);
    var noise = DiscreteLaplace.of(epsilon, ContributionBound.CELLS);
    var rows = new ArrayList<Row>();
    bounded.forEach((spot, count) -> {
      var label = List.of("noise", epsilon.toString(), print, spot.toString());
      rows.add(new Row(spot, shown(count + noise.draw(Draws.of(mac, label)))));
    });
    return new PublicTable(rows, noise.margin() + STEP / 2);
  }

  private static @org.jspecify.annotations.Nullable Long shown(long noisy) {
    return noisy < SMALLEST ? null : (noisy + STEP / 2) / STEP * STEP;
  }
}
