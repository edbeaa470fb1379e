package org.maraude.dashboard.accounts;

import java.time.Duration;
import java.time.Instant;

/**
 * How long somebody who failed to log in waits before the next attempt is looked at. The wait
 * doubles from one second to half a minute and is forgotten a quarter of an hour after the last
 * failure: guessing becomes hopeless, and nobody is locked out by another's attempts for long.
 *
 * @param failures in a row
 * @param last when the latest of them was
 */
public record SignInThrottle(int failures, Instant last) {

  private static final int FREE = 3;
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration FORGOTTEN = Duration.ofMinutes(15);
  private static final int LARGEST_EXPONENT = 5;

  public static final SignInThrottle NONE = new SignInThrottle(0, Instant.EPOCH);

  public SignInThrottle failed(Instant now) {
    return new SignInThrottle(forgotten(now) ? 1 : failures + 1, now);
  }

  /** Time until an attempt is looked at again; zero when it may come now. */
  public Duration waits(Instant now) {
    if (failures < FREE || forgotten(now)) {
      return Duration.ZERO;
    }
    var wait = Duration.ofSeconds(1L << Math.min(failures - FREE, LARGEST_EXPONENT));
    var until = last.plus(wait.compareTo(LONGEST) < 0 ? wait : LONGEST);
    return now.isBefore(until) ? Duration.between(now, until) : Duration.ZERO;
  }

  public boolean forgotten(Instant now) {
    return !now.isBefore(last.plus(FORGOTTEN));
  }
}
