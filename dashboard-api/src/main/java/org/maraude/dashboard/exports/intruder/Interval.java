package org.maraude.dashboard.exports.intruder;

/**
 * Between which counts an intruder knows a hidden one to lie.
 *
 * @param high {@link #OPEN} when nothing bounds it
 */
public record Interval(long low, long high) {

  /** No upper bound. */
  public static final long OPEN = Long.MAX_VALUE;

  /** How many counts more than one it may be. */
  public long width() {
    return high == OPEN ? OPEN : high - low;
  }

  /** Whether the count is known exactly. */
  public boolean known() {
    return low == high;
  }
}
