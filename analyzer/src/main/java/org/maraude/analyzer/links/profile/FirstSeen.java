package org.maraude.analyzer.links.profile;

import java.time.Instant;
import java.util.Comparator;

/**
 * When an ad was first read. The one order of everything that is linked: groups are named after the
 * smallest, and what is capped keeps the smallest, so that neither depends on what arrived first.
 */
public record FirstSeen(Instant at, String adId) implements Comparable<FirstSeen> {

  private static final Comparator<FirstSeen> ORDER =
      Comparator.comparing(FirstSeen::at).thenComparing(FirstSeen::adId);

  @Override
  public int compareTo(FirstSeen other) {
    return ORDER.compare(this, other);
  }

  public boolean isBefore(FirstSeen other) {
    return compareTo(other) < 0;
  }
}
