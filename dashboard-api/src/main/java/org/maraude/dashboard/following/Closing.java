package org.maraude.dashboard.following;

/** Why a case ended. Names stay as they are: rows hold them. */
public enum Closing {
  /** What was asked for is done. */
  DONE,
  /** The person left prostitution. */
  LEFT_PROSTITUTION,
  /** Somebody else accompanies them now. */
  PASSED_ON,
  /** They no longer wish it. */
  NO_LONGER_WISHED,
  /** Nobody could reach them any more. */
  LOST_TOUCH
}
