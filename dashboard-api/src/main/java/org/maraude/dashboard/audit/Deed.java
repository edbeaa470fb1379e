package org.maraude.dashboard.audit;

/** What the audit tells apart. Names stay as they are: old rows are read by them. */
public enum Deed {
  SIGNED_IN,
  SIGN_IN_FAILED,
  ENROLLED,
  ITEM_READ,
  ITEM_CLAIMED,
  ITEM_RELEASED,
  ITEM_HELD,
  ITEM_HANDED_OVER,
  OPINION_GIVEN,
  ITEM_DECIDED,
  DECISION_TAKEN_BACK,
  ERASED,
  OBJECTION_NOTED,
  SITE_PAUSED,
  SITE_RESUMED,
  AUDIT_READ
}
