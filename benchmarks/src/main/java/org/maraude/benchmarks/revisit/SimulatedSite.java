package org.maraude.benchmarks.revisit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * A site whose ads come and go. They come more by day than by night, at random moments (a Poisson
 * process), and stay for random times (exponential). Listed newest first. Not thread safe.
 */
final class SimulatedSite {

  /** One ad and when it is there. */
  record Ad(int number, Instant posted, Instant gone) {}

  /**
   * How a site lives.
   *
   * @param adsPerDay new ads in a mean day
   * @param meanDays how long an ad stays
   */
  record Kind(String name, double adsPerDay, double meanDays, int adsPerPage) {}

  static final ZoneId ZONE = ZoneId.of("Europe/Paris");

  // Share of each hour's ads, from midnight: a quiet night, a noon and an evening.
  private static final double[] BY_HOUR = {
    1.5, 1, 0.5, 0.3, 0.2, 0.3, 0.7, 1.5, 3, 4.5, 6, 7, 7, 6, 5.5, 5.5, 6, 7, 8, 8, 7, 6, 4.5, 3
  };

  private final Kind kind;
  private final List<Ad> coming = new ArrayList<>();
  private final List<Ad> listed = new ArrayList<>();
  private final PriorityQueue<Ad> going = new PriorityQueue<>(Comparator.comparing(Ad::gone));
  private final Map<Integer, Ad> all = new HashMap<>();
  private int next;

  SimulatedSite(Kind kind, Instant from, Instant to, long seed) {
    this.kind = kind;
    var random = new Random(seed);
    int before = (int) Math.round(kind.adsPerDay() * kind.meanDays());
    for (int i = before; i > 0; i--) {
      var posted = from.minusSeconds((long) (i * 86_400 / kind.adsPerDay()));
      add(posted, from.plus(stay(random)));
    }
    double shares = 0;
    for (double share : BY_HOUR) {
      shares += share;
    }
    double most = kind.adsPerDay() * 8 / shares;
    var at = from;
    while (at.isBefore(to)) {
      at = at.plusMillis((long) (-Math.log(1 - random.nextDouble()) / most * 3_600_000));
      if (random.nextDouble() < BY_HOUR[at.atZone(ZONE).getHour()] / 8) {
        add(at, at.plus(stay(random)));
      }
    }
  }

  private void add(Instant posted, Instant gone) {
    var ad = new Ad(coming.size(), posted, gone);
    coming.add(ad);
    all.put(ad.number(), ad);
  }

  private Duration stay(Random random) {
    return Duration.ofMillis(
        (long) (-Math.log(1 - random.nextDouble()) * kind.meanDays() * 86_400_000));
  }

  Kind kind() {
    return kind;
  }

  Ad ad(int number) {
    var ad = all.get(number);
    if (ad == null) {
      throw new IllegalArgumentException("no such ad");
    }
    return ad;
  }

  List<Ad> postedBetween(Instant from, Instant to) {
    return coming.stream()
        .filter(ad -> !ad.posted().isBefore(from) && ad.posted().isBefore(to))
        .toList();
  }

  /** The ads of a page, from 1; the last page is not full, those after it are empty. */
  List<Ad> page(int number, Instant now) {
    advance(now);
    int from = Math.min((number - 1) * kind.adsPerPage(), listed.size());
    int to = Math.min(from + kind.adsPerPage(), listed.size());
    return List.copyOf(listed.subList(from, to));
  }

  int pages(Instant now) {
    advance(now);
    return Math.max(1, (listed.size() + kind.adsPerPage() - 1) / kind.adsPerPage());
  }

  private void advance(Instant now) {
    for (; next < coming.size() && !coming.get(next).posted().isAfter(now); next++) {
      listed.add(0, coming.get(next));
      going.add(coming.get(next));
    }
    for (var ad = going.peek(); ad != null && !ad.gone().isAfter(now); ad = going.peek()) {
      going.remove();
      listed.remove(ad);
    }
  }
}
