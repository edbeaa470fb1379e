package org.maraude.benchmarks.revisit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What one crawler did to one site in the measured time. */
final class Tally {

  private final Instant from;
  private final Instant to;
  private final Set<Integer> told = new HashSet<>();
  private final List<Double> waits = new ArrayList<>();
  private final List<Double> goneAfter = new ArrayList<>();
  private long requests;

  Tally(Instant from, Instant to) {
    this.from = from;
    this.to = to;
  }

  void request(Instant at) {
    if (counts(at)) {
      requests++;
    }
  }

  void told(SimulatedSite.Ad ad, Instant at) {
    if (counts(ad.posted()) && told.add(ad.number())) {
      waits.add(Duration.between(ad.posted(), at).toMillis() / 60_000.0);
    }
  }

  void gone(SimulatedSite.Ad ad, Instant at) {
    if (counts(ad.gone())) {
      goneAfter.add(Duration.between(ad.gone(), at).toMillis() / 3_600_000.0);
    }
  }

  private boolean counts(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }

  long requests() {
    return requests;
  }

  int ads() {
    return waits.size();
  }

  /** Minutes from posting to event. */
  double meanWait() {
    return mean(waits);
  }

  /**
   * Minutes from posting to event.
   *
   * @param share from 0 to 1: half of the ads wait less than that of 0.5
   */
  double waitOf(double share) {
    var sorted = waits.stream().sorted().toList();
    return sorted.isEmpty()
        ? Double.NaN
        : sorted.get(Math.min(sorted.size() - 1, (int) (share * sorted.size())));
  }

  /** Hours from an ad's end to the event. */
  double meanGoneAfter() {
    return mean(goneAfter);
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }
}
