package org.maraude.contacts;

/**
 * A contact could not be sealed or opened: no key for its day, or the sealed value was changed. The
 * message names the key, never the contact.
 */
public final class SealException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SealException(String message) {
    super(message);
  }

  SealException(String message, Throwable cause) {
    super(message, cause);
  }
}
