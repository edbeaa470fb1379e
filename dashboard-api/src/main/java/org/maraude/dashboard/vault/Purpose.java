package org.maraude.dashboard.vault;

/** For what a contact may be opened. Names stay as they are: rows and audit lines hold them. */
public enum Purpose {
  /** To offer support, in a round. */
  FIRST_CONTACT,
  /** To give it to who protects: the department's CRIP, 119, the prosecutor. */
  REFERRAL,
  /** Somebody is in danger now. */
  DANGER,
  /** To see whether the machine read the contact rightly. */
  CHECK_READING,
  /** Something else: the words say what. */
  OTHER
}
