package org.maraude.dashboard.following;

/** How somebody wishes to be reached. Names stay as they are: sealed texts hold them. */
public enum SafeChannel {
  CALL,
  SMS,
  MESSAGING,
  EMAIL,
  MEETING
}
