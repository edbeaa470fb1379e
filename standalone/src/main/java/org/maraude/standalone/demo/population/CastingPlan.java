package org.maraude.standalone.demo.population;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Who exists: for each advertiser a kind, how many ads and over how many days, so that sizes and
 * days follow their published distributions as a whole.
 */
final class CastingPlan {

  /** Enough for about 6,000 ads. */
  static final int ADVERTISERS = 572;

  private CastingPlan() {}

  /**
   * @param days from the first ad to the last, 1 to 180
   */
  record Part(Kind kind, int size, double days) {}

  private record Extent(int size, double days) {}

  static List<Part> draw(RandomGenerator random) {
    List<Extent> free = new ArrayList<>(extents(random));
    List<Part> parts = new ArrayList<>();
    cast(parts, free, Kind.INDEPENDENT, 1, extent -> extent.size() == 5 && extent.days() > 14);
    cast(parts, free, Kind.DUO, 1, extent -> extent.size() == 5 && extent.days() > 14);
    cast(parts, free, Kind.INDEPENDENT, 1, extent -> extent.size() == 4 && extent.days() > 14);
    cast(
        parts,
        free,
        Kind.CONTROLLED_GROUP,
        6,
        extent -> extent.size() >= 12 && extent.size() <= 19);
    cast(parts, free, Kind.POSSIBLE_MINOR, 5, extent -> extent.size() == 2);
    cast(parts, free, Kind.SPAMMER, 14, extent -> extent.size() >= 40);
    cast(parts, free, Kind.AGENCY, 20, extent -> extent.size() >= 11);
    cast(parts, free, Kind.TOURING, 26, extent -> extent.size() >= 5);
    cast(parts, free, Kind.DUO, 34, extent -> extent.size() >= 2);
    for (Extent extent : free) {
      parts.add(new Part(Kind.INDEPENDENT, extent.size(), extent.days()));
    }
    return List.copyOf(parts);
  }

  private static void cast(
      List<Part> parts, List<Extent> free, Kind kind, int count, Predicate<Extent> fits) {
    int cast = 0;
    for (int i = 0; i < free.size() && cast < count; i++) {
      if (fits.test(free.get(i))) {
        Extent extent = free.remove(i--);
        parts.add(new Part(kind, extent.size(), extent.days()));
        cast++;
      }
    }
  }

  /**
   * A quarter post once; the rest have near-duplicate groups, larger the longer they stay, not
   * strictly.
   */
  private static List<Extent> extents(RandomGenerator random) {
    double[] spread = Quantiles.spread(ADVERTISERS, random);
    Integer[] groups =
        java.util.stream.IntStream.range(0, ADVERTISERS)
            .filter(i -> spread[i] >= 0.25)
            .boxed()
            .toArray(Integer[]::new);
    double[] ranking = new double[ADVERTISERS];
    for (int i = 0; i < ADVERTISERS; i++) {
      ranking[i] = 0.45 * spread[i] + 0.55 * random.nextDouble();
    }
    Arrays.sort(groups, Comparator.comparingDouble(i -> ranking[i]));
    int[] sizes = new int[ADVERTISERS];
    Arrays.fill(sizes, 1);
    for (int rank = 0; rank < groups.length; rank++) {
      double size = Quantiles.GROUP_SIZE.at((rank + 0.5) / groups.length);
      sizes[groups[rank]] = Math.max(2, (int) Math.round(size));
    }
    List<Extent> extents = new ArrayList<>();
    for (int i = 0; i < ADVERTISERS; i++) {
      double days = Math.min(180, Quantiles.DAYS_ACTIVE.at(spread[i]));
      extents.add(new Extent(sizes[i], Math.max(days, sizes[i] / 9.0)));
    }
    return extents;
  }
}
