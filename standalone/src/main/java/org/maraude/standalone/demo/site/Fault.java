package org.maraude.standalone.demo.site;

/** Ways in which a site misbehaves now and then. */
enum Fault {
  NONE,
  /** 429 with a Retry-After of one second. */
  TOO_MANY_REQUESTS,
  /** 503 with a Retry-After of two seconds. */
  UNAVAILABLE,
  /** A right answer, late. */
  SLOW,
  /** Status 200, no ad: a page that wants to know whether a person reads. */
  WALL
}
