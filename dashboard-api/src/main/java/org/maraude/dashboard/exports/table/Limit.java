package org.maraude.dashboard.exports.table;

import java.util.ArrayList;
import java.util.List;

/** What ties the two grids of a quarter: a cell is at most the sum of others. */
public record Limit(Spot smaller, List<Spot> larger) {

  public Limit {
    larger = List.copyOf(larger);
  }

  /**
   * All limits of a quarter. Who was in a region in a month was in one of its departments in the
   * quarter, and the other way round.
   */
  public static List<Limit> of(Quarter quarter, Areas areas) {
    var limits = new ArrayList<Limit>();
    for (var region : areas.regions()) {
      var months = quarter.months().stream().map(m -> Grid.region(region, m.toString())).toList();
      var parts = areas.of(region).stream().map(code -> Grid.departement(code, quarter)).toList();
      months.forEach(month -> limits.add(new Limit(month, parts)));
      parts.forEach(part -> limits.add(new Limit(part, months)));
    }
    return limits;
  }
}
