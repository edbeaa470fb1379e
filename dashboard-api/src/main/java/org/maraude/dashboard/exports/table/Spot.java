package org.maraude.dashboard.exports.table;

import java.util.Comparator;

/**
 * One cell of a table.
 *
 * @param area its official code; {@link Areas#COUNTRY} for the country, {@link Areas#UNKNOWN} for
 *     what names no place
 * @param span a quarter ({@code 2026-Q3}) or a month ({@code 2026-07})
 */
public record Spot(Grid grid, Level level, String area, String span) implements Comparable<Spot> {

  private static final Comparator<Spot> ORDER =
      Comparator.comparing(Spot::grid)
          .thenComparing(Spot::level)
          .thenComparing(Spot::area)
          .thenComparing(Spot::span);

  @Override
  public int compareTo(Spot other) {
    return ORDER.compare(this, other);
  }

  /** Names the cell among all of all releases. */
  @Override
  public String toString() {
    return grid + "/" + level + "/" + area + "/" + span;
  }
}
