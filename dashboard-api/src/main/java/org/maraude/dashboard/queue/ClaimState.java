package org.maraude.dashboard.queue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who holds an item.
 *
 * @param mine whether the reader does; only then may it be decided
 * @param holder the name of who does; null when it is free
 * @param fence the number to send with a decision; it grows with every claim
 * @param leaseEnd when others may claim it; null when it is free
 */
public record ClaimState(
    boolean mine, @Nullable String holder, long fence, @Nullable Instant leaseEnd) {

  public boolean free() {
    return holder == null;
  }
}
