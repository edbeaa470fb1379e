package org.maraude.dashboard;

import org.jspecify.annotations.Nullable;

/** The dashboard cannot start; the message says in one line why and what to do. */
public final class DashboardStartException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DashboardStartException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
