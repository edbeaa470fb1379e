package org.maraude.dashboard.vault;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The item names no such contact. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NoSuchContactException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoSuchContactException() {
    super("the item names no such contact");
  }
}
