package org.maraude.crawler.extract;

/**
 * What one rule read of one field.
 *
 * @param value one line or several, never null; empty where nothing was found
 * @param rule what yielded it, for a person: {@code JSON-LD name}, {@code microdata price}, {@code
 *     selector h1}; empty where nothing was found
 */
public record Reading(String value, String rule) {

  static final Reading NONE = new Reading("", "");

  boolean isEmpty() {
    return value.isEmpty();
  }

  /** This, or the other where this is empty. */
  Reading or(java.util.function.Supplier<Reading> other) {
    return isEmpty() ? other.get() : this;
  }

  /** At most so many UTF-16 units, and never half a character. */
  Reading cut(int longest) {
    if (value.length() <= longest) {
      return this;
    }
    int end = Character.isHighSurrogate(value.charAt(longest - 1)) ? longest - 1 : longest;
    return new Reading(value.substring(0, end), rule);
  }
}
