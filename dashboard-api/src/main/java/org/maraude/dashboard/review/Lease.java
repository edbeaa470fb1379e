package org.maraude.dashboard.review;

import java.time.Duration;
import java.time.Instant;

/** For how long a claim keeps others away. */
public final class Lease {

  /** Long enough to read and decide, short enough that a closed laptop blocks nobody. */
  public static final Duration LENGTH = Duration.ofMinutes(15);

  /** For who needs to ask somebody first, or is given an item by a colleague. */
  public static final Duration HELD = Duration.ofHours(2);

  private Lease() {}

  public static Instant endOf(Instant claimedAt) {
    return claimedAt.plus(LENGTH);
  }

  public static Instant heldUntil(Instant now) {
    return now.plus(HELD);
  }
}
