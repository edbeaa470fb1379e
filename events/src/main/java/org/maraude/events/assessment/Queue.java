package org.maraude.events.assessment;

/** Where a person finds an ad. The machine only sorts; people decide. */
public enum Queue {
  /** In no queue: nobody is shown it. */
  NONE,
  /** Signs of two groups at least. */
  ADULT,
  /** May concern a minor: shown first, always. */
  MINOR
}
