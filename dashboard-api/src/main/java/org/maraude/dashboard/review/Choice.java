package org.maraude.dashboard.review;

import java.util.List;

/**
 * What a person decides, as sent.
 *
 * @param fence from the claim it was read under
 * @param reasons one at least
 * @param note free text of the person, may be empty; obligatory with {@link ReasonCode#OTHER}
 */
public record Choice(long fence, Outcome outcome, List<ReasonCode> reasons, String note) {

  private static final int LONGEST_NOTE = 4_000;

  /**
   * @throws InvalidChoiceException with what is missing
   */
  public Choice {
    reasons = List.copyOf(reasons).stream().distinct().toList();
    note = note.strip();
    if (reasons.isEmpty()) {
      throw new InvalidChoiceException(
          "reason-missing", "a decision needs at least one reason code");
    }
    if (reasons.contains(ReasonCode.OTHER) && note.isEmpty()) {
      throw new InvalidChoiceException("note-missing", "the reason OTHER needs a note");
    }
    if (note.length() > LONGEST_NOTE) {
      throw new InvalidChoiceException(
          "note-too-long", "the note has more than %d characters".formatted(LONGEST_NOTE));
    }
  }

  /** A choice that cannot stand. */
  public static final class InvalidChoiceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    public InvalidChoiceException(String code, String message) {
      super(message);
      this.code = code;
    }

    /** Stable, for pages and scripts. */
    public String code() {
      return code;
    }
  }
}
