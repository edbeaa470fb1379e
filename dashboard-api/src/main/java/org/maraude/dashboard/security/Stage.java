package org.maraude.dashboard.security;

/** How far somebody has come in; a half-open session opens nothing but its next step. */
enum Stage {
  /** The password was right; the code is still to come. */
  AWAITS_CODE("/login/second"),
  /** The password was right, and a second factor has to be set up before anything else. */
  SETS_UP("/account/second-factor"),
  /** All that was asked for was given, by a person. */
  IN_PERSON("/"),
  /** A script with its token. */
  SCRIPT("/");

  /** The authority of whoever is wholly in. */
  static final String IN = "IN";

  private final String page;

  Stage(String page) {
    this.page = page;
  }

  boolean in() {
    return this == IN_PERSON || this == SCRIPT;
  }

  /** Where the next step is taken. */
  String page() {
    return page;
  }
}
