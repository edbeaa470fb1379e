package org.maraude.dashboard.referral;

/** What was sent lacks something or cannot stand. */
public final class InvalidReferralException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final boolean conflict;

  private InvalidReferralException(String code, String message, boolean conflict) {
    super(message);
    this.code = code;
    this.conflict = conflict;
  }

  static InvalidReferralException lacks(String code, String message) {
    return new InvalidReferralException(code, message, false);
  }

  static InvalidReferralException meanwhile(String code, String message) {
    return new InvalidReferralException(code, message, true);
  }

  /** Stable, for pages and scripts. */
  public String code() {
    return code;
  }

  /** Whether it could have stood a moment ago. */
  public boolean conflict() {
    return conflict;
  }
}
