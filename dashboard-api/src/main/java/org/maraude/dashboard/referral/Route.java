package org.maraude.dashboard.referral;

/**
 * A way to tell somebody of a child in danger. Names stay as they are: rows and audit hold them.
 */
public enum Route {
  /** 17 or 112. */
  EMERGENCY,
  /** The child protection line. */
  LINE_119,
  CRIP,
  PROSECUTOR,
  PHAROS,
  OTHER
}
