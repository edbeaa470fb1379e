package org.maraude.dashboard.rounds;

/** What came of an attempt. Names stay as they are: rows hold them. */
public enum AttemptOutcome {
  /** Sent or rung, and nothing came back yet. */
  NO_ANSWER,
  ANSWERED,
  /** The person said no: the contact goes on the register. */
  REFUSED,
  /** Somebody else has this contact: it goes on the register too. */
  WRONG_NUMBER,
  /** It could not be delivered. */
  NOT_REACHED
}
