package org.maraude.dashboard.following;

/** How somebody agreed to be accompanied. Names stay as they are: rows hold them. */
public enum Agreement {
  /** Said so, by telephone for instance. */
  SPOKEN,
  /** Wrote so. */
  WRITTEN,
  /** Said so when they met. */
  IN_PERSON
}
