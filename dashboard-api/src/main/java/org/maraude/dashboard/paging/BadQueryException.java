package org.maraude.dashboard.paging;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A query parameter that cannot be read. */
@ResponseStatus(HttpStatus.BAD_REQUEST)
public final class BadQueryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BadQueryException(String parameter, @Nullable Throwable cause) {
    super("the parameter '" + parameter + "' is not one of ours; take it as it was given", cause);
  }
}
