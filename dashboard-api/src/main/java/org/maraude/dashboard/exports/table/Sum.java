package org.maraude.dashboard.exports.table;

import java.util.ArrayList;
import java.util.List;

/** A cell that is the sum of others. */
public record Sum(Spot total, List<Spot> parts) {

  public Sum {
    parts = List.copyOf(parts);
  }

  /** The parts and the total. */
  public List<Spot> all() {
    var all = new ArrayList<>(parts);
    all.add(total);
    return all;
  }
}
