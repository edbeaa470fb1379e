package org.maraude.dashboard.trends;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day or a week, with how well it was watched.
 *
 * @param start first day
 * @param end last day, inclusive
 * @param coverage share of planned visits that succeeded, 0 to 1; null where none were planned
 */
public record Period(LocalDate start, LocalDate end, @Nullable Double coverage, Remark remark) {

  /** Under this share nothing is concluded. */
  public static final double ENOUGH = 0.8;

  /** What must be known before the count is read. */
  public enum Remark {
    NONE,
    /** Too few visits succeeded. */
    LOW,
    /** Before the first visit: counted by posting date, from ads that were still there. */
    AFTERWARDS,
    /** Not over yet. */
    UNFINISHED
  }

  /**
   * @param firstVisit the first day on which a visit was planned; null when there was none
   */
  static Period of(
      LocalDate start,
      LocalDate end,
      @Nullable Visits visits,
      @Nullable LocalDate firstVisit,
      LocalDate today) {
    boolean before = firstVisit == null || end.isBefore(firstVisit);
    Double coverage = before ? null : visits == null ? Double.valueOf(0) : visits.share();
    Remark remark;
    if (before) {
      remark = Remark.AFTERWARDS;
    } else if (coverage != null && coverage < ENOUGH && !start.isAfter(today)) {
      remark = Remark.LOW;
    } else {
      remark = end.isBefore(today) ? Remark.NONE : Remark.UNFINISHED;
    }
    return new Period(start, end, coverage, remark);
  }

  /** Planned and successful visits. */
  record Visits(long planned, long successful) {

    @Nullable Double share() {
      return planned == 0 ? null : (double) successful / planned;
    }
  }
}
