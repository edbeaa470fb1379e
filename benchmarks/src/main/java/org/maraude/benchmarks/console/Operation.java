package org.maraude.benchmarks.console;

/** What a reviewer waits for. */
enum Operation {
  LOG_IN("log in", 0),
  FRONT_PAGE("front page", 0),
  QUEUE_PAGE("queue page", 200),
  CLAIM("claim", 50),
  ITEM_PAGE("item page", 200),
  SEARCH("search", 500),
  DECIDE("decide", 0);

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
