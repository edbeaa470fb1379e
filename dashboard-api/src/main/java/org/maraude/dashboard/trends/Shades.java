package org.maraude.dashboard.trends;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Classes of a map: at most five, with about as many departments in each, so that a few large rates
 * do not leave all others pale.
 *
 * @param from the least rate of each class, rising; the first class begins with the least of all
 * @param to the greatest rate of all; of no meaning without classes
 */
record Shades(List<Double> from, double to) {

  static final int MOST = 5;

  Shades {
    from = List.copyOf(from);
  }

  /** Of the rates that are shown; noughts belong to no class. */
  static Shades of(Collection<Double> rates) {
    var sorted = rates.stream().filter(rate -> rate > 0).sorted().toList();
    var from = new ArrayList<Double>();
    for (int each = 0; each < MOST && !sorted.isEmpty(); each++) {
      var least = sorted.get(each * sorted.size() / MOST);
      if (from.isEmpty() || least > from.getLast()) {
        from.add(least);
      }
    }
    return new Shades(from, sorted.isEmpty() ? 0 : sorted.getLast());
  }

  /** The class of a rate, from 1; 0 for nought. */
  int of(double rate) {
    return (int) from.stream().filter(least -> rate >= least).count();
  }

  /** The greatest rate that a class may hold: the next one's least, or the greatest of all. */
  double upTo(int shade) {
    return shade < from.size() ? from.get(shade) : to;
  }
}
