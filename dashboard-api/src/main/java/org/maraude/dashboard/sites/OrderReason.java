package org.maraude.dashboard.sites;

/** Why somebody pauses sites or has them read again. Names stay: the audit is read by them. */
public enum OrderReason {
  /** The site, its host or a lawyer asked. */
  SITE_ASKED,
  /** The approval ended or is in doubt. */
  APPROVAL,
  /** Pages are misread until the site file is corrected. */
  LAYOUT,
  /** Something goes wrong here: an incident, maintenance. */
  INCIDENT,
  /** The cause is over. */
  CAUSE_OVER,
  /** Something else, told in the note. */
  OTHER
}
