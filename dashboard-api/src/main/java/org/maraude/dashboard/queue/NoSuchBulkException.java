package org.maraude.dashboard.queue;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such bulk, or none that the reader may see: the two look the same. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NoSuchBulkException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoSuchBulkException() {
    super("there is no such bulk");
  }
}
