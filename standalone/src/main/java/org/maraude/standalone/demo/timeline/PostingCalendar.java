package org.maraude.standalone.demo.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * The rate at which ads were posted over the {@link #WINDOW} before the epoch: even, less in the
 * {@link Lockdown}, then above the old level, and by day rather than by night. Immutable,
 * thread-safe.
 */
public final class PostingCalendar {

  /** How far back the history goes. */
  public static final Duration WINDOW = Duration.ofDays(180);

  private static final double REBOUND = 1.25;
  private static final double AFTERWARDS = 1.08;
  private static final Duration REBOUND_FOR = Duration.ofDays(25);

  /** New ads by hour of the day, Europe/Paris. */
  private static final double[] BY_HOUR = {
    0.5, 0.3, 0.2, 0.1, 0.1, 0.2, 0.4, 0.7, 1.0, 1.3, 1.5, 1.5,
    1.3, 1.2, 1.3, 1.4, 1.5, 1.6, 1.6, 1.5, 1.4, 1.3, 1.1, 0.8
  };

  private final Instant begin;
  private final Lockdown lockdown;
  private final double[] reached;

  /**
   * @param epoch the demo's first start
   * @param jitter -3 to 3: how many days the lockdown is off its usual place
   */
  public PostingCalendar(Instant epoch, int jitter) {
    Instant end = epoch.truncatedTo(ChronoUnit.SECONDS);
    this.begin = end.minus(WINDOW);
    this.lockdown = Lockdown.before(end, 100 + jitter);
    int hours = Math.toIntExact(WINDOW.toHours());
    double[] sums = new double[hours + 1];
    for (int hour = 0; hour < hours; hour++) {
      sums[hour + 1] = sums[hour] + rate(begin.plus(Duration.ofHours(hour)));
    }
    this.reached = sums;
  }

  public Lockdown lockdown() {
    return lockdown;
  }

  /** The instant by which this share (0 to 1) of all ads had been posted; whole seconds. */
  public Instant at(double share) {
    double wanted = share * reached[reached.length - 1];
    int found = java.util.Arrays.binarySearch(reached, wanted);
    int hour = Math.min(found >= 0 ? found : -found - 2, reached.length - 2);
    double part = (wanted - reached[hour]) / (reached[hour + 1] - reached[hour]);
    return begin.plusSeconds(Math.min(hour * 3_600L + (long) (part * 3_600), WINDOW.toSeconds()));
  }

  private double rate(Instant at) {
    ZonedDateTime local = at.atZone(Lockdown.ZONE);
    double level =
        at.isBefore(lockdown.begin())
            ? 1
            : at.isBefore(lockdown.end())
                ? Lockdown.NEW_ADS_LEFT
                : at.isBefore(lockdown.end().plus(REBOUND_FOR)) ? REBOUND : AFTERWARDS;
    return level * BY_HOUR[local.getHour()];
  }
}
