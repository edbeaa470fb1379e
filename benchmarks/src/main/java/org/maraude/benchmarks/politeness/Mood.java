package org.maraude.benchmarks.politeness;

/** How a host of the rig treats its visitors; by turns. */
enum Mood {
  PLAIN,
  /** Its robots.txt asks for a second. */
  CRAWL_DELAY,
  /** 429 with Retry-After in seconds, a few times. */
  TOO_MANY_REQUESTS,
  /** 503 without a word of when, a few times. */
  UNAVAILABLE,
  /** Its robots.txt fails with 500 at first. */
  ROBOTS_FAIL_AT_FIRST,
  /** It has no robots.txt. */
  NO_ROBOTS,
  /** Its robots.txt is refused with 403 at first. */
  ROBOTS_REFUSED_AT_FIRST,
  SLOW,
  /** It hangs up without an answer, a few times. */
  HANGS_UP,
  /** 503 with a date in Retry-After, a few times. */
  UNAVAILABLE_UNTIL,
  /** Its robots.txt always fails: nothing else may ever be asked. */
  ROBOTS_NEVER;

  private static final int BY_TURNS = 10;

  static Mood of(int host) {
    return host == 0 ? ROBOTS_NEVER : values()[host % BY_TURNS];
  }
}
