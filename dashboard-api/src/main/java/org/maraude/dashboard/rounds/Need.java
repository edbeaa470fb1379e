package org.maraude.dashboard.rounds;

/** With what somebody wants help, or to what they were oriented. Names stay as they are. */
public enum Need {
  HEALTH,
  HOUSING,
  RIGHTS,
  PAPERS,
  MONEY,
  SAFETY,
  LANGUAGE,
  /** The wish to stop, and a way out of the activity. */
  LEAVING,
  OTHER
}
