package org.maraude.dashboard.vault;

import java.time.Instant;
import org.maraude.events.assessment.ContactKind;

/** What came of opening a contact. */
public sealed interface Opening {

  /**
   * It is open.
   *
   * @param value the contact in clear; {@link #toString} leaves it out
   * @param until when it is to be gone from sight
   */
  record Opened(
      ContactKind kind,
      String value,
      String masked,
      Purpose purpose,
      Instant openedAt,
      Instant until)
      implements Opening {

    @Override
    public String toString() {
      return "Opened[" + kind + ", until " + until + "]";
    }
  }

  /** It cannot be opened, by nobody. */
  record Shut(Cause cause, ContactKind kind, String masked) implements Opening {}

  /** Why a contact stays shut. Names stay as they are: audit lines hold them. */
  enum Cause {
    /** The key of the day on which it was sealed was destroyed: the contact is erased. */
    KEY_DESTROYED,
    /** What is stored is no contact that was sealed here, or was changed since. */
    UNREADABLE;

    /** Stable, for scripts. */
    public String code() {
      return switch (this) {
        case KEY_DESTROYED -> "contact-erased";
        case UNREADABLE -> "contact-unreadable";
      };
    }
  }
}
