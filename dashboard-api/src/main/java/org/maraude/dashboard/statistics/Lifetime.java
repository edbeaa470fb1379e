package org.maraude.dashboard.statistics;

/**
 * How long something was watched.
 *
 * @param days from its first day to its end, or to the last day on which it was still there
 * @param ended whether the end was seen; false where watching stopped first
 * @param count how many of these there are
 */
public record Lifetime(int days, boolean ended, long count) {

  public Lifetime {
    if (days < 0 || count < 0) {
      throw new IllegalArgumentException("days and count are nought or more");
    }
  }
}
