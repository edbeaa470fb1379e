package org.maraude.dashboard.following;

/** What a line of a case tells. Names stay as they are: rows hold them. */
public enum LineKind {
  OPENED,
  NOTE,
  /** There was contact: the term of two years begins anew. */
  CONTACT,
  HANDED_OVER,
  CLOSED,
  REOPENED
}
