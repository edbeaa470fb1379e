package org.maraude.dashboard.referral;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** No department has this code. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NoSuchDepartementException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoSuchDepartementException() {
    super("no department has this code");
  }
}
