package org.maraude.contacts;

/**
 * A contact could not be sealed or opened: no key for its day, or the sealed value was changed. The
 * message names the key, never the contact.
 */
public final class SealException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean keyDestroyed;

  SealException(String message) {
    super(message);
    this.keyDestroyed = false;
  }

  SealException(String message, Throwable cause) {
    super(message, cause);
    this.keyDestroyed = false;
  }

  private SealException(String message, boolean keyDestroyed) {
    super(message);
    this.keyDestroyed = keyDestroyed;
  }

  static SealException keyDestroyed(String id) {
    return new SealException("the key of " + id + " is gone: the contact is erased", true);
  }

  /** Whether the key is gone, so that nobody can open the value any more, not even by a repair. */
  public boolean keyDestroyed() {
    return keyDestroyed;
  }
}
