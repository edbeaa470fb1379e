package org.maraude.contacts;

import org.jspecify.annotations.Nullable;

/** The key folder cannot be used. The message is one line: what is wrong, where, what to do. */
public final class KeyFolderException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  KeyFolderException(String message) {
    super(message);
  }

  KeyFolderException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
