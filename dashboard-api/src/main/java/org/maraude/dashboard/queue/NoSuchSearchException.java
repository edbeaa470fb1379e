package org.maraude.dashboard.queue;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such saved search, or it is another person's: the two look the same. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NoSuchSearchException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoSuchSearchException() {
    super("there is no such saved search");
  }
}
