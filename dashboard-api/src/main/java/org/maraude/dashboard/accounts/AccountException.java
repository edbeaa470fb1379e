package org.maraude.dashboard.accounts;

/** A user or token cannot be made as asked; the message says in one line what to do. */
public final class AccountException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public AccountException(String message) {
    super(message);
  }
}
