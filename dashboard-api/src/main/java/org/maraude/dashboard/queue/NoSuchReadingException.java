package org.maraude.dashboard.queue;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such second reading, or it is not before this person: the two look the same. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NoSuchReadingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoSuchReadingException() {
    super("there is no such second reading");
  }
}
