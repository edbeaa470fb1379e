package org.maraude.dashboard.review;

/** Why a person decided so: at least one stands with every decision. */
public enum ReasonCode {
  /** The text leaves a doubt whether the person is of age. */
  AGE_DOUBT,
  /** Somebody else seems to run the ad. */
  RUN_BY_OTHERS,
  /** The same contact or text stands under other names. */
  LINKED_ADS,
  /** Several towns in a time that one person hardly manages. */
  MOVEMENT,
  /** A need for support speaks from the text. */
  SUPPORT_USEFUL,
  /** The signs have their ordinary explanation here. */
  ORDINARY_EXPLANATION,
  /** The machine read the text wrongly. */
  MISREAD,
  /** The same ad or person was looked at already. */
  ALREADY_KNOWN,
  /** The text says too little. */
  TOO_LITTLE,
  /** Something else: the note says what. */
  OTHER
}
