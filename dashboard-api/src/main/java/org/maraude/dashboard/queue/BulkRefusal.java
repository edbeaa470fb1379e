package org.maraude.dashboard.queue;

import java.time.Instant;
import java.util.Optional;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.review.QueueKind;

/** Why an item is left out of a bulk. */
public enum BulkRefusal {
  /** There is none, or none that the person may see. */
  NO_SUCH_ITEM,
  /** A possible minor is never decided in bulk. */
  MINOR_QUEUE,
  /** Somebody else reads it. */
  HELD_BY_ANOTHER,
  DECIDED,
  WITHDRAWN,
  /**
   * It waits for a second opinion, or came back after a decision. The two look the same: who reads
   * next must not learn here that somebody asked for a referral.
   */
  OWN_READING,
  /** It is no longer as the preview showed it. */
  CHANGED;

  /** What keeps this item from being decided in bulk now; empty when nothing does. */
  static Optional<BulkRefusal> of(StoredItem item, Person person, Instant now) {
    if (item.queue() == QueueKind.MINOR) {
      return Optional.of(MINOR_QUEUE);
    }
    return switch (item.shown(now)) {
      case DECIDED -> Optional.of(DECIDED);
      case WITHDRAWN -> Optional.of(WITHDRAWN);
      case CLAIMED ->
          person.id().equals(item.holder()) ? ownReading(item) : Optional.of(HELD_BY_ANOTHER);
      case WAITING -> ownReading(item);
    };
  }

  private static Optional<BulkRefusal> ownReading(StoredItem item) {
    boolean alone = item.status().equals("SECOND_OPINION") || item.round() > 1;
    return alone ? Optional.of(OWN_READING) : Optional.empty();
  }
}
