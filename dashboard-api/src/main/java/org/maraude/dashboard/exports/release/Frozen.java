package org.maraude.dashboard.exports.release;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.maraude.dashboard.exports.packages.Digest;
import org.maraude.dashboard.exports.table.Spot;

/**
 * What was counted once for one grid of a quarter.
 *
 * @param advertisers distinct ones in each cell
 * @param bounded the same, when each counts in a few cells only
 */
record Frozen(Instant at, SortedMap<Spot, Long> advertisers, SortedMap<Spot, Long> bounded) {

  Frozen {
    advertisers = Collections.unmodifiableSortedMap(new TreeMap<>(advertisers));
    bounded = Collections.unmodifiableSortedMap(new TreeMap<>(bounded));
  }

  /** Tells these counts from any others. */
  String print() {
    return Digest.of(bounded.toString().getBytes(StandardCharsets.UTF_8));
  }
}
