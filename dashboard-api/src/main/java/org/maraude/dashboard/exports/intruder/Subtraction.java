package org.maraude.dashboard.exports.intruder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.maraude.dashboard.exports.table.Spot;

/** The intruder with pen and paper: takes what is shown from a total, again and again. */
public final class Subtraction {

  private Subtraction() {}

  /** The hidden cells that this finds, with their counts. */
  public static Map<Spot, Long> of(Knowledge knowledge) {
    var known = new HashMap<>(knowledge.shown());
    var found = new HashMap<Spot, Long>();
    boolean more = true;
    while (more) {
      more = false;
      for (var sum : knowledge.sums()) {
        var missing = new ArrayList<>(sum.all());
        missing.removeIf(known::containsKey);
        if (missing.size() == 1) {
          var spot = missing.getFirst();
          long parts = sum.parts().stream().mapToLong(p -> known.getOrDefault(p, 0L)).sum();
          long value =
              spot.equals(sum.total()) ? parts : known.getOrDefault(sum.total(), 0L) - parts;
          known.put(spot, value);
          found.put(spot, value);
          more = true;
        }
      }
    }
    return found;
  }
}
