package org.maraude.dashboard.exports.noise;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.Mac;
import org.maraude.dashboard.exports.table.Spot;

/**
 * In how many cells one advertiser counts, and in which: the noise hides that many. The choice is
 * keyed, so that nobody can steer it, and the same whenever it is made. Not thread safe.
 */
public final class ContributionBound {

  /** Most advertisers have fewer cells; who travels much counts in these. */
  public static final int CELLS = 3;

  private final Mac key;

  public ContributionBound(byte[] key) {
    this.key = Draws.mac(key);
  }

  /** The cells that an advertiser counts in, of those where it was seen. */
  public Set<Spot> of(String advertiser, Collection<Spot> seen) {
    var cells = new TreeSet<>(seen);
    if (cells.size() <= CELLS) {
      return cells;
    }
    record Ranked(Spot spot, long rank) {}
    return cells.stream()
        .map(spot -> {
          var label = List.of("cells", advertiser, spot.toString());
          return new Ranked(spot, Draws.of(key, label).bits());
        })
        .sorted(Comparator.comparingLong(Ranked::rank).thenComparing(Ranked::spot))
        .limit(CELLS)
        .map(Ranked::spot)
        .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
  }
}
