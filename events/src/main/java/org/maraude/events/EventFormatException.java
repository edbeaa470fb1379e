package org.maraude.events;

/**
 * Bytes that are no record of the expected kind. The message says what is wrong in one line and
 * never repeats the content, which may be an ad.
 */
public final class EventFormatException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public EventFormatException(String message) {
    super(message);
  }
}
