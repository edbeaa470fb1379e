package org.maraude.standalone;

/**
 * What a person gave is wrong. The message is one line that says what, where, and what to do; the
 * command ends with exit code 2 and without a stack trace.
 */
public final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }
}
