package org.maraude.events.assessment;

import org.maraude.events.EventFormatException;
import org.maraude.events.Required;

/**
 * A stretch of a published text.
 *
 * @param start first UTF-16 unit, from 0
 * @param end one past the last UTF-16 unit
 */
public record Span(Field field, int start, int end) {

  /** The text it lies in. */
  public enum Field {
    TITLE,
    BODY
  }

  public Span {
    Required.field(field, "field");
    if (start < 0 || end < start) {
      throw new EventFormatException("a span needs 0 <= start <= end");
    }
  }
}
