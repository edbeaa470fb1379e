package org.maraude.dashboard.rounds;

/** Why an ad that the filter finds does not come into a round. */
public enum LeftOut {
  /** A contact of it is on the register. */
  REGISTER,
  SILENCE,
  TWO_UNANSWERED,
  /** It names no contact. */
  NO_CONTACT,
  /** It stands in a round that is today or to come. */
  PLANNED,
  /** Another ad of this round has the same contact: the same person. */
  SAME_CONTACT,
  /** The round is full. */
  FULL
}
