package org.maraude.dashboard.api;

/** A request lacks a field. */
final class MissingFieldException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MissingFieldException(String field) {
    super("the field '" + field + "' is missing");
  }
}
