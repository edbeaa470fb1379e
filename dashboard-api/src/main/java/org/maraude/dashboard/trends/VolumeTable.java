package org.maraude.dashboard.trends;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;

/**
 * The answer to a {@link VolumeQuery}.
 *
 * @param lines one a group, the largest first; their cells go with the periods
 * @param earlier the periods that these are compared with, one each; empty when with none
 */
public record VolumeTable(
    VolumeQuery query,
    List<Period> periods,
    List<Line> lines,
    List<Band> bands,
    Instant madeAt,
    List<Period> earlier) {

  public VolumeTable {
    periods = List.copyOf(periods);
    lines = List.copyOf(lines);
    bands = List.copyOf(bands);
    earlier = List.copyOf(earlier);
  }

  public VolumeTable(
      VolumeQuery query, List<Period> periods, List<Line> lines, List<Band> bands, Instant madeAt) {
    this(query, periods, lines, bands, madeAt, List.of());
  }

  /** With the cells of an earlier answer beside each; what is hidden there stays hidden. */
  VolumeTable with(VolumeTable before) {
    var cells = new HashMap<String, List<Cell>>();
    before.lines().forEach(line -> cells.put(line.group(), line.cells()));
    var nothing = Collections.nCopies(periods.size(), Cell.shown(0, query.measure().hasInterval()));
    return new VolumeTable(
        query,
        periods,
        lines.stream()
            .map(line ->
                new Line(
                    line.group(),
                    line.cells(),
                    cells.getOrDefault(line.group(), nothing).subList(0, periods.size())))
            .toList(),
        bands,
        madeAt,
        before.periods().subList(0, periods.size()));
  }

  /**
   * One group over time.
   *
   * @param group the site's id, the department's or region's code or the site's category; empty for
   *     the total
   * @param earlier the cells of the earlier periods, one each; empty when there are none
   */
  public record Line(String group, List<Cell> cells, List<Cell> earlier) {

    public Line {
      cells = List.copyOf(cells);
      earlier = List.copyOf(earlier);
    }

    public Line(String group, List<Cell> cells) {
      this(group, cells, List.of());
    }
  }
}
