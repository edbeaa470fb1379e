package org.maraude.dashboard.accounts.passkeys;

/** What a device answered does not do; the message is for the log and holds nothing of it. */
public final class PasskeyRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PasskeyRefusedException(String message) {
    super(message);
  }

  PasskeyRefusedException(Throwable cause) {
    super(cause.getClass().getSimpleName());
  }
}
