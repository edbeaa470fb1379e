package org.maraude.dashboard.exports.intruder;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.maraude.dashboard.exports.table.Limit;
import org.maraude.dashboard.exports.table.Spot;
import org.maraude.dashboard.exports.table.Sum;

/**
 * Finds what must be hidden of a table beside its small counts, until the {@link Intruder} knows no
 * hidden one to within less than {@link #K}.
 *
 * <p>That interval is chosen because then every hidden count may be on either side of the
 * threshold, whatever it is: 0 and 11 both fit, or 40 and 51. A nought is hidden like any small
 * count, for it would say of everybody who is known to be in a row where they are not.
 */
public final class Protection {

  /** The smallest count that is shown, and the width that no interval is under. */
  public static final long K = 11;

  private final SortedMap<Spot, Long> values;
  private final List<Sum> sums;
  private final List<Limit> limits;
  private final Knowledge earlier;
  private final Set<Spot> hidden = new TreeSet<>();
  private int runs;

  private Protection(
      SortedMap<Spot, Long> cells, List<Sum> sums, List<Limit> limits, Knowledge earlier) {
    this.values = withTotals(cells, sums);
    this.sums = List.copyOf(sums);
    this.limits = List.copyOf(limits);
    this.earlier = earlier;
  }

  /**
   * What came of it.
   *
   * @param values all counts, the totals among them
   * @param hidden the cells to hide
   * @param runs how often the intruder was played
   * @param closed the cells that stay known whatever is hidden; with any of them nothing may go out
   */
  public record Protected(
      SortedMap<Spot, Long> values, Set<Spot> hidden, int runs, Map<Spot, Interval> closed) {

    /** What the table shows. */
    public Map<Spot, Long> shown() {
      var shown = new HashMap<>(values);
      shown.keySet().removeAll(hidden);
      return shown;
    }
  }

  /**
   * Protects a table.
   *
   * @param cells its cells without totals
   * @param limits what ties it to others
   * @param earlier what was published before
   */
  public static Protected of(
      SortedMap<Spot, Long> cells, List<Sum> sums, List<Limit> limits, Knowledge earlier) {
    return new Protection(cells, sums, limits, earlier).run();
  }

  /** The small counts alone, which is no protection: totals stand beside. */
  public static Set<Spot> small(SortedMap<Spot, Long> values) {
    var small = new TreeSet<Spot>();
    values.forEach((spot, count) -> {
      if (count < K) {
        small.add(spot);
      }
    });
    return small;
  }

  /** The cells and their totals; a total stands after its parts in {@code sums}. */
  public static SortedMap<Spot, Long> withTotals(SortedMap<Spot, Long> cells, List<Sum> sums) {
    var all = new TreeMap<>(cells);
    for (var sum : sums) {
      all.put(
          sum.total(), sum.parts().stream().mapToLong(part -> all.getOrDefault(part, 0L)).sum());
    }
    return all;
  }

  private Protected run() {
    hidden.addAll(small(values));
    while (true) {
      hideBesideOthers();
      var closed = closed();
      if (closed.isEmpty() || !hideMore(closed.keySet())) {
        return new Protected(values, Set.copyOf(hidden), runs, closed);
      }
    }
  }

  private Map<Spot, Interval> closed() {
    runs++;
    var shown = new HashMap<>(values);
    shown.keySet().removeAll(hidden);
    return new Intruder(earlier.and(new Knowledge(shown, sums, limits))).closed(K);
  }

  /** What subtraction alone would tell costs no programme to find. */
  private void hideBesideOthers() {
    boolean more = true;
    while (more) {
      more = false;
      for (var sum : sums) {
        var among = sum.all().stream().filter(hidden::contains).toList();
        boolean known = among.size() == 1;
        boolean tight =
            among.size() > 1
                && !hidden.contains(sum.total())
                && among.stream().mapToLong(this::value).sum() < K;
        if (known || tight) {
          more |= hideOneOf(sum);
        }
      }
    }
  }

  private boolean hideOneOf(Sum sum) {
    var next = smallestShown(sum.parts()).or(() -> smallestShown(List.of(sum.total())));
    next.ifPresent(hidden::add);
    return next.isPresent();
  }

  /** Hides for each closed cell the smallest one beside it; false when nothing is left to hide. */
  private boolean hideMore(Set<Spot> closed) {
    boolean more = false;
    for (var spot : closed) {
      var beside =
          Stream.concat(
                  sums.stream().filter(sum -> sum.all().contains(spot)).map(Sum::all),
                  limits.stream()
                      .filter(l -> l.smaller().equals(spot) || l.larger().contains(spot))
                      .map(
                          l -> Stream.concat(Stream.of(l.smaller()), l.larger().stream()).toList()))
              .flatMap(Collection::stream)
              .toList();
      var next = smallestShown(beside);
      next.ifPresent(hidden::add);
      more |= next.isPresent();
    }
    if (!more) {
      var next = smallestShown(values.keySet());
      next.ifPresent(hidden::add);
      more = next.isPresent();
    }
    return more;
  }

  private Optional<Spot> smallestShown(Collection<Spot> among) {
    return among.stream()
        .filter(spot -> values.containsKey(spot) && !hidden.contains(spot))
        .min(Comparator.comparing(this::value).thenComparing(Comparator.naturalOrder()));
  }

  private long value(Spot spot) {
    return values.getOrDefault(spot, 0L);
  }
}
