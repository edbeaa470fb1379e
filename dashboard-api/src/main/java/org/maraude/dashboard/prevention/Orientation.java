package org.maraude.dashboard.prevention;

/** Where a conversation led. */
public enum Orientation {
  /** Nowhere else: somebody listened. */
  LISTENING,
  OUR_TEAM,
  /** 119, or the department's office. */
  CHILD_PROTECTION,
  HEALTH,
  LAW,
  SHELTER,
  OTHER_ASSOCIATION,
  OTHER
}
