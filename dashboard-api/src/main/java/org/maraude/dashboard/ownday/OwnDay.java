package org.maraude.dashboard.ownday;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has read today, and whether it is time to look away. Only that person is shown it:
 * nothing else in the program asks, counts or compares. Immutable.
 *
 * @param read items opened since five in the morning in Paris, each counted once: who works at
 *     night ends a day later than midnight
 * @param heavy how many of them weigh: a possible minor's, or one that the reader referred
 * @param workingSince since when they have read without a pause; null when they are not at it
 * @param pauseDue whether to suggest a pause
 */
public record OwnDay(int read, int heavy, @Nullable Instant workingSince, boolean pauseDue) {

  /** So long without opening anything is a pause. */
  public static final Duration PAUSE = Duration.ofMinutes(15);

  /** So many heavy items without a pause are enough. */
  public static final int HEAVY_AT_A_STRETCH = 5;

  /** So long without a pause is enough, whatever was read. */
  public static final Duration LONG_STRETCH = Duration.ofMinutes(90);

  /**
   * Of what was opened in the last 24 hours, in any order.
   *
   * @param began when the day did; a stretch may be older
   */
  static OwnDay of(Collection<Opening> openings, Instant began, Instant now) {
    int read = items(openings.stream().filter(each -> each.since(began)));
    int heavy = heavySince(openings, began);
    var since = stretch(openings, now);
    if (since == null) {
      return new OwnDay(read, heavy, null, false);
    }
    boolean isLong = !since.plus(LONG_STRETCH).isAfter(now);
    boolean isMuch = heavySince(openings, since) >= HEAVY_AT_A_STRETCH;
    return new OwnDay(read, heavy, since, isLong || isMuch);
  }

  private static int heavySince(Collection<Opening> openings, Instant begin) {
    return items(openings.stream().filter(each -> each.heavy() && each.since(begin)));
  }

  private static int items(Stream<Opening> openings) {
    return (int) openings.map(Opening::item).distinct().count();
  }

  /** Where the reading began that still goes on. */
  private static @Nullable Instant stretch(Collection<Opening> openings, Instant now) {
    var backwards = openings.stream().map(Opening::at).sorted(Comparator.reverseOrder()).toList();
    Instant since = null;
    var later = now;
    for (var at : backwards) {
      if (Duration.between(at, later).compareTo(PAUSE) >= 0) {
        return since;
      }
      since = at;
      later = at;
    }
    return since;
  }
}
