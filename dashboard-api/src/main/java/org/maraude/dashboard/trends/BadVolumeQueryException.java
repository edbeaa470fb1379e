package org.maraude.dashboard.trends;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

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

  /** As a script gets it. */
  public ProblemDetail problem() {
    var problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(getMessage()));
    problem.setProperty("code", "bad-" + code);
    return problem;
  }
}
