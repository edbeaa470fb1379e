package org.maraude.benchmarks.console;

/** What people at the console wait for. */
enum Operation {
  LOG_IN("log in", 0),
  FRONT_PAGE("front page", 0),
  QUEUE_PAGE("queue page", 200),
  CLAIM("claim", 50),
  ITEM_PAGE("item page", 200),
  SEARCH("search", 500),
  DECIDE("decide", 0),
  ROUNDS_PAGE("rounds page", 200),
  ROUND_PAGE("round page", 200),
  ATTEMPT("note an attempt", 200),
  REPORT_PAGE("report page", 200),
  CASES_PAGE("cases page", 200),
  CASE_PAGE("case page", 200),
  CASE_NOTE("write in a case", 200);

  private final String words;
  private final int aimMillis;

  Operation(String words, int aimMillis) {
    this.words = words;
    this.aimMillis = aimMillis;
  }

  String words() {
    return words;
  }

  /** What 99 of 100 should stay under, in milliseconds; 0 where none was set. */
  int aimMillis() {
    return aimMillis;
  }
}
