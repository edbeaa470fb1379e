package org.maraude.dashboard.api;

import org.maraude.dashboard.prevention.ImportReading;

/** A table of which nothing was taken in, because something in it is wrong. */
final class UnsoundTableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient ImportReading reading;

  UnsoundTableException(ImportReading reading) {
    super("nothing was taken in; mend the lines that are named, or choose otherwise");
    this.reading = reading;
  }

  ImportReading reading() {
    return reading;
  }
}
