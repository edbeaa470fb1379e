package org.maraude.dashboard.rounds;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether an ad may be attempted, and if not, why and until when.
 *
 * @param until when the silence is over; null where there is none, or no end of it
 */
public record Standing(Why why, @Nullable Instant until) {

  /** Why not. */
  public enum Why {
    FREE,
    /** Two weeks after an attempt. */
    SILENCE,
    /** Two attempts without an answer: there is no third. */
    TWO_UNANSWERED,
    /** Somebody under one of the contacts said no. */
    REGISTER
  }

  static final Standing FREE = of(Why.FREE);

  static Standing of(Why why) {
    return new Standing(why, null);
  }

  public boolean free() {
    return why == Why.FREE;
  }
}
