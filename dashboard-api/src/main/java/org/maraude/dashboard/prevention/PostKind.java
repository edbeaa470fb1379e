package org.maraude.dashboard.prevention;

/** What goes out: something that stays, or something that is gone after a day. */
public enum PostKind {
  POST,
  STORY
}
