package org.maraude.dashboard.vault;

import org.jspecify.annotations.Nullable;

/**
 * What somebody says before a contact is opened.
 *
 * @param words of the person's own; needed with {@link Purpose#OTHER}; never in the audit
 */
public record StatedPurpose(Purpose purpose, String words) {

  private static final int LONGEST = 500;

  /**
   * @throws InvalidPurposeException with what is missing
   */
  public StatedPurpose {
    words = words.strip();
    if (purpose == Purpose.OTHER && words.isEmpty()) {
      throw new InvalidPurposeException(
          "purpose-words-missing", "the purpose OTHER needs words that say what for");
    }
    if (words.length() > LONGEST) {
      throw new InvalidPurposeException(
          "purpose-words-too-long", "the words have more than %d characters".formatted(LONGEST));
    }
  }

  /**
   * As it was sent.
   *
   * @throws InvalidPurposeException with what is missing
   */
  public static StatedPurpose of(@Nullable Purpose purpose, @Nullable String words) {
    if (purpose == null) {
      throw new InvalidPurposeException(
          "purpose-missing", "say for what the contact is opened: the field 'purpose' is missing");
    }
    return new StatedPurpose(purpose, words == null ? "" : words);
  }

  /** A purpose that does not do. */
  public static final class InvalidPurposeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    InvalidPurposeException(String code, String message) {
      super(message);
      this.code = code;
    }

    /** Stable, for pages and scripts. */
    public String code() {
      return code;
    }
  }
}
