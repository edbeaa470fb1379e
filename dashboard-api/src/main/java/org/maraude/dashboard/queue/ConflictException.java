package org.maraude.dashboard.queue;

import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.review.Meanwhile;

/** The item is no longer as the sender saw it; nothing was changed. */
public final class ConflictException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Meanwhile meanwhile;
  private final @Nullable String by;

  ConflictException(Meanwhile meanwhile, @Nullable String by) {
    super(
        switch (meanwhile) {
          case DECIDED -> "the item was decided meanwhile";
          case WITHDRAWN -> "a later assessment took the item out of its queue";
          case CLAIMED_BY_ANOTHER -> "somebody else holds the item now";
          case CLAIMED_AGAIN -> "your claim was renewed since; read the item again";
          case CLAIM_OVER -> "your claim is over; claim the item again";
          case OPINION_GIVEN -> "your opinion is noted already; another person is awaited";
          case NOTHING_TO_TAKE_BACK -> "there is nothing that you may take back, or no longer";
          case CANNOT_TAKE_IT -> "that person may not review this queue, or was heard already";
        });
    this.meanwhile = meanwhile;
    this.by = by;
  }

  public Meanwhile meanwhile() {
    return meanwhile;
  }

  /** The name of who holds it; null when nobody does. */
  public @Nullable String by() {
    return by;
  }
}
