package org.maraude.dashboard.prevention;

/** How far a post has come. */
public enum PostStatus {
  DRAFT,
  PROPOSED,
  APPROVED,
  /** A person put it out and noted it here. */
  PUBLISHED;

  /** Whether its words and picture stand as a lead read them. */
  public boolean stands() {
    return this == APPROVED || this == PUBLISHED;
  }
}
