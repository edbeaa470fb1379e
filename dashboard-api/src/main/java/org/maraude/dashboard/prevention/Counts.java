package org.maraude.dashboard.prevention;

/** What a platform tells of one post or several: numbers, never who. */
public record Counts(long views, long likes, long comments, long shares, long saves) {

  public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

  private static final long MOST = 1_000_000_000;

  /** How many did something, other than looking. */
  public long answers() {
    return likes + comments + shares + saves;
  }

  Counts plus(Counts other) {
    return new Counts(
        views + other.views,
        likes + other.likes,
        comments + other.comments,
        shares + other.shares,
        saves + other.saves);
  }

  /**
   * These, where they can be one post's.
   *
   * @throws PreventionException when one is below nought or above a billion
   */
  Counts ofOne() {
    for (long each : new long[] {views, likes, comments, shares, saves}) {
      if (each < 0 || each > MOST) {
        throw PreventionException.unfit(
            "count-unfit", "a count is a whole number from 0 to a billion");
      }
    }
    return this;
  }
}
