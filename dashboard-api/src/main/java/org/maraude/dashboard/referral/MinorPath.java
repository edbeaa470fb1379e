package org.maraude.dashboard.referral;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.review.Outcome;

/**
 * Where a possible minor's item stands, and what is due on it.
 *
 * @param decidedAt null while nobody has decided
 * @param toldAt the first time somebody was told; null before
 * @param late whether it waits for longer than {@link #ALARM} without a decision
 * @param due what comes next, most urgent first; empty when nothing is
 */
public record MinorPath(
    Instant flaggedAt,
    @Nullable Instant decidedAt,
    @Nullable Instant toldAt,
    @Nullable SecondLook secondLook,
    boolean late,
    List<Due> due) {

  /** After this long an unread item is an alarm. */
  public static final Duration ALARM = Duration.ofHours(24);

  /** What is to be done. */
  public enum Due {
    /** Nobody has decided. */
    DECISION,
    /** It was referred, and nobody is noted as told. */
    TELLING,
    /** It was referred, and nobody else has read it since. */
    SECOND_LOOK
  }

  /**
   * A second reading.
   *
   * @param by a user's name
   * @param agrees whether that person would have referred as well
   */
  public record SecondLook(Instant at, String by, boolean agrees, String note) {}

  static MinorPath of(
      Instant flaggedAt,
      @Nullable Outcome outcome,
      @Nullable Instant decidedAt,
      @Nullable Instant toldAt,
      @Nullable SecondLook look,
      Instant now) {
    var due = new ArrayList<Due>();
    if (outcome == null) {
      due.add(Due.DECISION);
    } else if (outcome == Outcome.REFER) {
      if (toldAt == null) {
        due.add(Due.TELLING);
      }
      if (look == null) {
        due.add(Due.SECOND_LOOK);
      }
    }
    boolean late = outcome == null && now.isAfter(flaggedAt.plus(ALARM));
    return new MinorPath(flaggedAt, decidedAt, toldAt, look, late, List.copyOf(due));
  }

  public boolean isDue(Due what) {
    return due.contains(what);
  }
}
