package org.maraude.dashboard.api;

import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.paging.BadQueryException;

/** The header by which a write that is sent twice is done once. */
public final class IdempotencyKey {

  private static final int LONGEST = 200;

  private IdempotencyKey() {}

  /**
   * Looks whether a key can be kept.
   *
   * @throws BadQueryException when it is blank or too long
   */
  public static void check(@Nullable String key) {
    if (key != null && (key.isBlank() || key.length() > LONGEST)) {
      throw new BadQueryException("Idempotency-Key", null);
    }
  }
}
