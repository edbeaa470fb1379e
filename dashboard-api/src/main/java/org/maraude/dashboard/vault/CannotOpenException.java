package org.maraude.dashboard.vault;

/** The contact is not opened now; the code says why. */
public final class CannotOpenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;

  private CannotOpenException(String code, String message) {
    super(message);
    this.code = code;
  }

  static CannotOpenException another() {
    return new CannotOpenException(
        "another-contact-open",
        "another contact is open; one is shown at a time, for a minute at most");
  }

  static CannotOpenException over() {
    return new CannotOpenException(
        "opening-over", "this opening is over; ask again, with a purpose");
  }

  /** Stable, for pages and scripts. */
  public String code() {
    return code;
  }
}
