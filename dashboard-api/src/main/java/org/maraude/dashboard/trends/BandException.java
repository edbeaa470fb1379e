package org.maraude.dashboard.trends;

/** A band cannot be kept; {@link #code} says why, the message what to do. */
public final class BandException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;

  BandException(String code, String message) {
    super(message);
    this.code = code;
  }

  /**
   * {@code missing}, {@code changed}, {@code name}, {@code days}, {@code kind} or {@code where}.
   */
  public String code() {
    return code;
  }
}
