package org.maraude.dashboard.rounds;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was asked of a round cannot stand; nothing was changed but what {@link #noKept} says. */
public final class RoundException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What kind of obstacle. */
  public enum Kind {
    /** Something is missing or not understood. */
    UNFIT,
    /** It stood otherwise a moment ago, or a rule of silence forbids it. */
    CONFLICT,
    /** Somebody else's. */
    FORBIDDEN,
    NOT_FOUND
  }

  private final Kind kind;
  private final String code;
  private final @Nullable Instant until;
  private final boolean noKept;

  private RoundException(
      Kind kind, String code, String message, @Nullable Instant until, boolean noKept) {
    super(message);
    this.kind = kind;
    this.code = code;
    this.until = until;
    this.noKept = noKept;
  }

  static RoundException unfit(String code, String message) {
    return new RoundException(Kind.UNFIT, code, message, null, false);
  }

  static RoundException conflict(String code, String message) {
    return new RoundException(Kind.CONFLICT, code, message, null, false);
  }

  static RoundException forbidden(String code, String message) {
    return new RoundException(Kind.FORBIDDEN, code, message, null, false);
  }

  static RoundException noSuchRound() {
    return new RoundException(
        Kind.NOT_FOUND, "no-such-round", "there is no such round", null, false);
  }

  static RoundException notFound(String code, String message) {
    return new RoundException(Kind.NOT_FOUND, code, message, null, false);
  }

  static RoundException blocked(Standing standing, boolean noKept) {
    var kept = noKept ? " The no that was noted is kept on the register." : "";
    var message =
        switch (standing.why()) {
          case FREE -> throw new IllegalArgumentException("nothing blocks it");
          case SILENCE ->
              "somebody tried under this contact less than two weeks ago; try again from "
                  + standing.until();
          case TWO_UNANSWERED ->
              "two attempts under this contact had no answer: there is no third one";
          case REGISTER -> "this contact is on the do-not-contact register: nobody contacts it";
        };
    var code =
        switch (standing.why()) {
          case FREE -> "contact-free";
          case SILENCE -> "contact-silence";
          case TWO_UNANSWERED -> "contact-two-unanswered";
          case REGISTER -> "contact-on-register";
        };
    return new RoundException(Kind.CONFLICT, code, message + kept, standing.until(), noKept);
  }

  public Kind kind() {
    return kind;
  }

  /** Stable, for pages and scripts. */
  public String code() {
    return code;
  }

  /** From when it can be done; null when never, or when time changes nothing. */
  public @Nullable Instant until() {
    return until;
  }

  /** Whether a no that came with a refused attempt was kept all the same. */
  public boolean noKept() {
    return noKept;
  }
}
