package org.maraude.dashboard.api;

import org.jspecify.annotations.Nullable;

/** A request lacks a field. */
final class MissingFieldException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MissingFieldException(String field) {
    super("the field '" + field + "' is missing");
  }

  /**
   * A field that must be there.
   *
   * @throws MissingFieldException when it is not
   */
  static <T> T needed(String field, @Nullable T value) {
    if (value == null) {
      throw new MissingFieldException(field);
    }
    return value;
  }
}
