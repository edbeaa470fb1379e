package org.maraude.dashboard.trends;

import java.time.Instant;
import java.util.List;

/**
 * The answer to a {@link VolumeQuery}.
 *
 * @param lines one a group, the largest first; their cells go with the periods
 */
public record VolumeTable(
    VolumeQuery query, List<Period> periods, List<Line> lines, List<Band> bands, Instant madeAt) {

  public VolumeTable {
    periods = List.copyOf(periods);
    lines = List.copyOf(lines);
    bands = List.copyOf(bands);
  }

  /**
   * One group over time.
   *
   * @param group the site's id or the department's code; empty for the total
   */
  public record Line(String group, List<Cell> cells) {

    public Line {
      cells = List.copyOf(cells);
    }
  }
}
