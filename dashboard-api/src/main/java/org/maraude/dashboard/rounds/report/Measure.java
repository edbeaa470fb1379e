package org.maraude.dashboard.rounds.report;

/** What is counted, in the order of the funnel. */
public enum Measure {
  /** Ads in rounds in which something was noted. */
  ADS,
  ATTEMPTS,
  ANSWERS,
  /** Answers with a wish to talk again or for help. */
  WISHES,
  /** Answers after which the person was oriented to somebody. */
  ORIENTATIONS
}
