package org.maraude.dashboard.rounds;

/** What the person wished. Names stay as they are: rows hold them. */
public enum Wish {
  /** Nothing was said. */
  NONE,
  TALK_AGAIN,
  /** Help with something: the needs say with what. */
  HELP,
  /** The contact goes on the register. */
  NO_MORE_CONTACT;

  /** Whether the person asked to be contacted again, so that no silence is due. */
  boolean invites() {
    return this == TALK_AGAIN || this == HELP;
  }
}
