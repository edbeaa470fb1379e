package org.maraude.dashboard.exports.release;

/** How far a release is. */
public enum State {
  /** Waits for two people. */
  ASKED,
  /** Waits to be made. */
  WAITING,
  MAKING,
  READY,
  REFUSED,
  /** It could not be made without telling too much. */
  FAILED
}
