package org.maraude.dashboard.statistics;

import java.time.LocalDate;
import java.util.List;

/**
 * Counts of equally long periods, in order of time.
 *
 * @param days length of a period: 1 or 7
 */
public record CountSeries(int days, List<Point> points) {

  /** Under this coverage a count tells nothing: an outage is not a fall. */
  public static final double ENOUGH = 0.8;

  /** Two years: with less, a season cannot be told from a change. */
  static final int SEASON_DAYS = 728;

  public CountSeries {
    points = List.copyOf(points);
  }

  /**
   * One period.
   *
   * @param count nought or more
   * @param coverage share that was watched, 0 to 1; a count is taken to grow in step with it
   */
  public record Point(LocalDate start, long count, double coverage) {

    boolean usable() {
      return coverage >= ENOUGH;
    }
  }

  /** The periods that were watched well enough. */
  public List<Point> usable() {
    return points.stream().filter(Point::usable).toList();
  }

  /** Whether the usable periods reach over two years, so that a season can be told. */
  public boolean holdsASeason() {
    return holdsASeason(usable());
  }

  /** Whether usable points reach over two years. */
  static boolean holdsASeason(List<Point> points) {
    return !points.isEmpty()
        && points
            .getFirst()
            .start()
            .plusDays(SEASON_DAYS)
            .isBefore(points.getLast().start().plusDays(14));
  }

  static double[] counts(List<Point> points) {
    return points.stream().mapToDouble(Point::count).toArray();
  }

  static double[] offsets(List<Point> points) {
    return points.stream().mapToDouble(point -> Math.log(point.coverage())).toArray();
  }
}
