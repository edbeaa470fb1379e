package org.maraude.benchmarks.console;

import java.util.UUID;

/**
 * What a reviewer was told, or was not: an answer may be lost with whoever was killed.
 *
 * @param begin when it was asked for the first time, on a count that grows over all reviewers
 * @param end when the answer came, on the same count
 * @param decision the decision's id, where it was acknowledged
 */
record Deed(What what, UUID item, String by, long fence, long begin, long end, UUID decision) {

  static final UUID NONE = new UUID(0, 0);

  enum What {
    CLAIMED,
    /** Acknowledged; settled or awaiting another person. */
    DECIDED,
    /** Somebody else was told to have it meanwhile, or the item is decided. */
    REFUSED
  }
}
