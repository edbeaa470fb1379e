package org.maraude.dashboard.exports.intruder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.maraude.dashboard.exports.table.Limit;
import org.maraude.dashboard.exports.table.Spot;
import org.maraude.dashboard.exports.table.Sum;

/**
 * What somebody knows who has every table that was published: the shown counts, which cells add up,
 * and what limits what.
 */
public record Knowledge(Map<Spot, Long> shown, List<Sum> sums, List<Limit> limits) {

  public Knowledge {
    shown = Map.copyOf(shown);
    sums = List.copyOf(sums);
    limits = List.copyOf(limits);
  }

  public static final Knowledge NONE = new Knowledge(Map.of(), List.of(), List.of());

  /** With another table beside. */
  public Knowledge and(Knowledge other) {
    var all = new HashMap<>(shown);
    all.putAll(other.shown);
    var both = new ArrayList<>(sums);
    both.addAll(other.sums);
    var limited = new ArrayList<>(limits);
    limited.addAll(other.limits);
    return new Knowledge(all, both, limited);
  }

  /** The cells that are part of a table and not shown, in their order. */
  public Set<Spot> hidden() {
    var hidden = new TreeSet<Spot>();
    sums.forEach(sum -> hidden.addAll(sum.all()));
    hidden.removeAll(shown.keySet());
    return hidden;
  }
}
