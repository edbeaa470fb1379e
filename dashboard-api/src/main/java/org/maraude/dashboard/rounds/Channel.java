package org.maraude.dashboard.rounds;

/** By what way somebody tried, outside this program. Names stay as they are: rows hold them. */
public enum Channel {
  SMS,
  CALL,
  /** WhatsApp, Telegram and the like. */
  MESSAGING,
  EMAIL,
  /** A form or message box of the site itself. */
  SITE_FORM,
  OTHER
}
