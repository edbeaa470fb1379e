package org.maraude.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks in the records' constructors, worded for somebody who wrote the JSON by hand. */
public final class Required {

  private Required() {}

  /**
   * The value of a field that every record of its kind has.
   *
   * @throws EventFormatException when it is missing
   */
  public static <T> T field(@Nullable T value, String name) {
    if (value == null) {
      throw new EventFormatException("required field '" + name + "' is missing");
    }
    return value;
  }

  /**
   * The text of a field that must not be empty.
   *
   * @throws EventFormatException when it is missing or blank
   */
  public static String text(@Nullable String value, String name) {
    String text = field(value, name);
    if (text.isBlank()) {
      throw new EventFormatException("required field '" + name + "' is empty");
    }
    return text;
  }

  /** An immutable copy; a list that is missing is an empty one. */
  public static <T> List<T> list(@Nullable List<T> value) {
    return value == null ? List.of() : List.copyOf(value);
  }
}
