package org.maraude.dashboard.trends;

import org.jspecify.annotations.Nullable;

/**
 * One count.
 *
 * @param count null when it is hidden
 * @param low of the 95 % interval; null when hidden or without interval
 * @param high of the 95 % interval; null when hidden or without interval
 */
public record Cell(
    @Nullable Long count, @Nullable Double low, @Nullable Double high, Hidden hidden) {

  /** Whether and why a count is not shown. */
  public enum Hidden {
    NO,
    /** Under 11. */
    SMALL,
    /** Large enough, but a subtraction from a total would reveal a small one. */
    WITH_ANOTHER
  }

  static Cell shown(long count, boolean withInterval) {
    return withInterval
        ? new Cell(count, PoissonInterval.low(count), PoissonInterval.high(count), Hidden.NO)
        : new Cell(count, null, null, Hidden.NO);
  }

  static Cell hidden(Hidden why) {
    return new Cell(null, null, null, why);
  }
}
