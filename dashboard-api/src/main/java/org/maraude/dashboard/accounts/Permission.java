package org.maraude.dashboard.accounts;

/** What somebody may do. Paths ask for permissions, never for roles. */
public enum Permission {
  REVIEW_ADULT,
  /** The minor queue is a permission of its own. */
  REVIEW_MINOR,
  /** Open a sealed contact of an item in hand. */
  OPEN_CONTACTS,
  /** Keep the table of the departments' CRIP right. */
  EDIT_CRIP,
  /** Hand an item that others hold to somebody. */
  ASSIGN,
  /** Take back what others decided, or what was decided a while ago. */
  REVERSE_DECISIONS,
  /** Accompany people who agreed to it. */
  FOLLOW_CASES,
  /** See what the association answers for in all cases of the team. */
  LEAD_CASES,
  /** Note that somebody said no. */
  NOTE_OBJECTIONS,
  READ_TRENDS,
  READ_EXPORTS,
  READ_SITES,
  /** What became of what each rule flagged. */
  READ_RULES,
  /** Pause and resume what the crawler asks. */
  MANAGE_SITES,
  READ_AUDIT,
  MANAGE_USERS
}
