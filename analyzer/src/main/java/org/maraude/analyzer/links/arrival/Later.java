package org.maraude.analyzer.links.arrival;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * News that waits for its day to open.
 *
 * @param since when it came
 * @param key as it came
 * @param news as it came
 */
public record Later(Instant since, String key, byte[] news) {

  /**
   * Its place: days in order, and within a day what came first.
   *
   * @param number no two have the same
   */
  public record Place(LocalDate day, long number) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::day).thenComparingLong(Place::number);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }
}
