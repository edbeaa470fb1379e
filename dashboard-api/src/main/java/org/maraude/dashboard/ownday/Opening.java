package org.maraude.dashboard.ownday;

import java.time.Instant;
import java.util.UUID;

/**
 * That somebody opened an item, once.
 *
 * @param heavy whether it is one that weighs: a possible minor's, or one that the reader referred
 */
record Opening(UUID item, Instant at, boolean heavy) {

  boolean since(Instant begin) {
    return !at.isBefore(begin);
  }
}
