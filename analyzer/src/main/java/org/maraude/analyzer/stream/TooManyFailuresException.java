package org.maraude.analyzer.stream;

/** So much fails that going on would only fill the dead letters; the message says how much. */
public final class TooManyFailuresException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TooManyFailuresException(String message) {
    super(message);
  }
}
