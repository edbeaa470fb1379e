package org.maraude.dashboard.trends;

/** The question cannot be answered; {@link #code} says why, the message what to do. */
public final class BadVolumeQueryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;

  BadVolumeQueryException(String code, String message) {
    super(message);
    this.code = code;
  }

  /** {@code date}, {@code order}, {@code long} or {@code choice}. */
  public String code() {
    return code;
  }
}
