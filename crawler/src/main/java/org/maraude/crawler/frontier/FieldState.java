package org.maraude.crawler.frontier;

/**
 * How well one field of a site is yielded.
 *
 * @param share of pages that yield it, 0 to 1: an exponentially weighted mean that begins at 1
 * @param pages looked at
 * @param inARow the latest pages in a row that yielded it
 * @param usual whether nearly all pages yielded it at some time
 */
record FieldState(double share, int pages, int inARow, boolean usual) {

  /** Under this share a field that the site file requires is no longer yielded. */
  static final double LEAST = 0.8;

  /** Under this share a usual field has faded. */
  static final double FADED = 0.5;

  private static final double NEARLY_ALL = 0.95;
  private static final int LEARNT_FROM = 30;

  static final FieldState NEW = new FieldState(1, 0, 0, false);

  /**
   * How much one page says.
   *
   * @param newest the weight of the newest page: five of an ad's pages without a required field are
   *     under {@link #LEAST}, and one listing without a card
   * @param enough so many pages in a row that yield it forget an outage: a mean alone would need
   *     another month to recover from a bad one
   */
  enum Weight {
    AD_PAGE(0.05, 10),
    LISTING(0.25, 3);

    private final double newest;
    private final int enough;

    Weight(double newest, int enough) {
      this.newest = newest;
      this.enough = enough;
    }
  }

  /**
   * With one more page.
   *
   * @param required whether the site file requires the field
   */
  FieldState seen(boolean found, boolean required, Weight weight) {
    double next = share + weight.newest * ((found ? 1 : 0) - share);
    int row = found ? Math.min(inARow, weight.enough) + 1 : 0;
    boolean watched = required || usual;
    if (watched && next < LEAST && row >= weight.enough) {
      next = 1;
    }
    int counted = Math.min(pages, LEARNT_FROM) + 1;
    return new FieldState(
        next, counted, row, usual || (counted >= LEARNT_FROM && next >= NEARLY_ALL));
  }

  boolean weak() {
    return share < LEAST;
  }

  boolean faded() {
    return usual && share < FADED;
  }
}
