package org.maraude.dashboard.ownday;

import java.time.Instant;

/**
 * An item that somebody opened in the last 24 hours.
 *
 * @param firstAt when for the first time
 * @param lastAt when for the last time
 * @param heavy whether it is one that weighs: a possible minor's, or one that the reader referred
 */
record ReadItem(Instant firstAt, Instant lastAt, boolean heavy) {

  boolean readSince(Instant at) {
    return !lastAt.isBefore(at);
  }
}
