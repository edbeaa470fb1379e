package org.maraude.dashboard.accounts;

import org.jspecify.annotations.Nullable;

/** A user or token cannot be made as asked; the message says in one line what to do. */
public final class AccountException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What a page says in the reader's language. */
  public enum Problem {
    NAME_UNFIT,
    NAME_TAKEN,
    PASSWORD_LENGTH,
    PASSWORD_HAS_NAME,
    PASSWORD_GUESSED,
    PASSWORD_WRONG,
    LINK_OVER,
    LAST_ADMIN
  }

  private final @Nullable Problem problem;

  public AccountException(String message) {
    super(message);
    this.problem = null;
  }

  AccountException(Problem problem, String message) {
    super(message);
    this.problem = problem;
  }

  /** The problem, where it is one that a page can meet. */
  public @Nullable Problem problem() {
    return problem;
  }
}
