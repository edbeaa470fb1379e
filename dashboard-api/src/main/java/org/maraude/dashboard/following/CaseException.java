package org.maraude.dashboard.following;

import java.util.Locale;

/** What keeps a case from being opened or changed. The message says nothing of the person. */
public final class CaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Problem {
    /** There is none, or it is another team's, or the reader may not see it. */
    NO_SUCH_CASE,
    NAME_MISSING,
    TOO_LONG,
    AGREEMENT_MISSING,
    /** A day of an agreement or a contact that has not come yet. */
    DATE_IN_THE_FUTURE,
    DATE_UNREADABLE,
    DEPARTEMENT_UNKNOWN,
    CONTACT_UNREADABLE,
    ITEM_UNFIT,
    /** They are on the register of those who said no. */
    SAID_NO,
    ALREADY_ACCOMPANIED,
    COLLEAGUE_UNKNOWN,
    /** The part that was to be changed is not for this person. */
    NOT_FOR_YOU,
    NOTE_EMPTY,
    CLOSED,
    NOT_CLOSED,
    /** Somebody else wrote meanwhile. */
    CHANGED_MEANWHILE,
    /** The key is gone, or what is stored was changed. */
    UNREADABLE
  }

  private final Problem problem;

  CaseException(Problem problem, String message) {
    super(message);
    this.problem = problem;
  }

  static CaseException noSuchCase() {
    return new CaseException(Problem.NO_SUCH_CASE, "there is no such case");
  }

  public Problem problem() {
    return problem;
  }

  /** Stable, for pages and scripts. */
  public String code() {
    return "case-" + problem.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The status of HTTP (RFC 9110, section 15.5) that says the same. */
  public int status() {
    return switch (problem) {
      case NO_SUCH_CASE -> 404;
      case NOT_FOR_YOU -> 403;
      case SAID_NO, ALREADY_ACCOMPANIED, CLOSED, NOT_CLOSED, CHANGED_MEANWHILE -> 409;
      case UNREADABLE -> 410;
      case NAME_MISSING,
          TOO_LONG,
          AGREEMENT_MISSING,
          DATE_IN_THE_FUTURE,
          DATE_UNREADABLE,
          DEPARTEMENT_UNKNOWN,
          CONTACT_UNREADABLE,
          ITEM_UNFIT,
          COLLEAGUE_UNKNOWN,
          NOTE_EMPTY ->
          422;
    };
  }
}
