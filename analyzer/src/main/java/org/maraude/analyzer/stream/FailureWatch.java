package org.maraude.analyzer.stream;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether so much fails that the fault is likely this program's, not the records': 5 % of at least
 * 200 records within a minute, with failures from two sites or more. One broken site never stops
 * the others. Counts by the second. Thread safe.
 */
final class FailureWatch {

  static final int AT_LEAST = 200;
  private static final int PERCENT = 5;
  private static final int SITES = 2;
  private static final int WINDOW_SECONDS = 60;

  private final InstantSource clock;
  private final @Nullable Second[] window = new Second[WINDOW_SECONDS];

  FailureWatch(InstantSource clock) {
    this.clock = clock;
  }

  /** What came within one second. */
  private static final class Second {
    private final long epochSecond;
    private long records;
    private long failed;
    private final Set<String> sites = new HashSet<>();

    Second(long epochSecond) {
      this.epochSecond = epochSecond;
    }
  }

  /** A record was taken. The answer is why to stop, if it is time to. */
  synchronized Optional<String> worked() {
    var second = now();
    second.records++;
    return verdict(second.epochSecond);
  }

  /** A record of a site failed. The answer is why to stop, if it is time to. */
  synchronized Optional<String> failed(String site) {
    var second = now();
    second.records++;
    second.failed++;
    second.sites.add(site);
    return verdict(second.epochSecond);
  }

  private Second now() {
    long epochSecond = clock.instant().getEpochSecond();
    int slot = Math.floorMod(epochSecond, WINDOW_SECONDS);
    var second = window[slot];
    if (second == null || second.epochSecond != epochSecond) {
      second = new Second(epochSecond);
      window[slot] = second;
    }
    return second;
  }

  private Optional<String> verdict(long now) {
    long records = 0;
    long failed = 0;
    var sites = new HashSet<String>();
    for (Second second : window) {
      if (second != null && isWithin(second, now)) {
        records += second.records;
        failed += second.failed;
        sites.addAll(second.sites);
      }
    }
    boolean stops =
        records >= AT_LEAST && failed * 100 >= records * PERCENT && sites.size() >= SITES;
    return stops
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "%d of the %d records of the last minute failed, from %d sites: the fault is likely"
                    + " this program's or its rules'",
                failed,
                records,
                sites.size()))
        : Optional.empty();
  }

  private static boolean isWithin(Second second, long now) {
    long age = now - second.epochSecond;
    return age >= 0 && age < WINDOW_SECONDS;
  }
}
