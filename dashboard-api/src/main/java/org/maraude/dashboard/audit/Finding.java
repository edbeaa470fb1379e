package org.maraude.dashboard.audit;

/**
 * Something in the audit that is not as it was written.
 *
 * @param kind what is wrong
 * @param where a place in the chain, or a line's number, as the kind says
 */
public record Finding(Kind kind, long where) {

  /** What can be wrong. */
  public enum Kind {
    /** The line at a place is not the one that was linked, or stood elsewhere. */
    LINE_CHANGED,
    /** The line at a place is gone. */
    LINE_MISSING,
    /** Places before this one are gone, and no month's end says that they may be. */
    PLACES_MISSING,
    /** The chain ends before this place, which a head outside the database knows. */
    END_CUT_OFF,
    /** A head outside the database knows another hash at this place. */
    HEAD_DIFFERS,
    /** A month's end at this place was not sealed by this program. */
    CHECKPOINT_FALSE,
    /** The line with this number has waited for its place longer than a minute. */
    LINE_UNLINKED
  }
}
