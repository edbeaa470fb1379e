package org.maraude.dashboard.queue;

import org.jspecify.annotations.Nullable;

/** A query parameter that cannot be read. */
public final class BadQueryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BadQueryException(String parameter, @Nullable Throwable cause) {
    super("the parameter '" + parameter + "' is not one of ours; take it as it was given", cause);
  }
}
