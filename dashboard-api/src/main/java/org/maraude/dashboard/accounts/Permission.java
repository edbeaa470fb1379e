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
  /** See the team's rounds and note attempts in one's own. */
  GO_ON_ROUNDS,
  /** Plan rounds, and change what others note in them. */
  PLAN_ROUNDS,
  /** Keep the register of those whom nobody contacts. */
  KEEP_REGISTER,
  /** Write and approve the texts that are copied on rounds. */
  KEEP_TEMPLATES,
  /** Counts of rounds and attempts; never a case, nor a person. */
  READ_ROUND_REPORT,
  READ_TRENDS,
  /** Keep the periods that charts show behind their lines. */
  EDIT_BANDS,
  /** Ask for exports and take them. */
  READ_EXPORTS,
  /** See what is asked for under an agreement, and approve or refuse it. */
  APPROVE_EXPORTS,
  READ_SITES,
  /** What became of what each rule flagged. */
  READ_RULES,
  /** Pause and resume what the crawler asks. */
  MANAGE_SITES,
  /** Plan campaigns, write and propose posts, count what came of them. */
  WRITE_PREVENTION,
  /** Approve what somebody else wrote. */
  APPROVE_PREVENTION,
  /** What came of campaigns. */
  READ_PREVENTION,
  /** Keep the glossary and the list of helplines right. */
  EDIT_GLOSSARY,
  EDIT_RESOURCES,
  READ_AUDIT,
  MANAGE_USERS
}
