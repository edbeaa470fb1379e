package org.maraude.crawler.frontier;

/** What goes first among pages that are due. The order is that of the letters in the store. */
enum Lane {
  /** The first page of a listing: where new ads show. */
  POLL("a"),
  /** Ads never read or changed, and the following pages of a listing, first come first served. */
  NEW("b"),
  /** Ads that were not listed for long. */
  REVISIT("c");

  private final String letter;

  Lane(String letter) {
    this.letter = letter;
  }

  String letter() {
    return letter;
  }
}
