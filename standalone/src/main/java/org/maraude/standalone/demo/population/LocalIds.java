package org.maraude.standalone.demo.population;

/** Digits for every ad: eight or more, unique over all sites, the last one counts re-posts. */
public final class LocalIds {

  /** More re-posts of one ad than this would take its neighbour's id. */
  public static final int MOST_REPOSTS = 9;

  private static final long HISTORY = 1_000_000;
  private static final long LIVE = 2_000_000;
  private static final int IN_A_MINUTE = 10;

  private LocalIds() {}

  static String ofHistory(int rank) {
    return Long.toString((HISTORY + rank) * 10);
  }

  /**
   * @param ordinal of the ad within its minute, 0 to 9
   */
  public static String ofMinute(long minute, int ordinal) {
    if (ordinal < 0 || ordinal >= IN_A_MINUTE) {
      throw new IllegalArgumentException("a minute has room for ten new ads, not for one more");
    }
    return Long.toString((LIVE + minute * IN_A_MINUTE + ordinal) * 10);
  }

  /** The id of a re-post, {@code times} from 1 to {@link #MOST_REPOSTS}. */
  public static String reposted(String localId, int times) {
    return localId.substring(0, localId.length() - 1) + times;
  }
}
