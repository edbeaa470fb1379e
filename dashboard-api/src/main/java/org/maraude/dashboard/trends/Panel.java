package org.maraude.dashboard.trends;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One chart to draw, all words already in the reader's language.
 *
 * @param title above the chart, and its name to a screen reader
 * @param description what a screen reader is told further
 * @param points in order of time
 * @param bands behind the line
 * @param from first day of the time axis
 * @param to the day after its last
 */
public record Panel(
    String title,
    String description,
    List<Point> points,
    List<Stripe> bands,
    LocalDate from,
    LocalDate to) {

  public Panel {
    points = List.copyOf(points);
    bands = List.copyOf(bands);
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("a chart needs at least one day");
    }
  }

  /**
   * One period's count.
   *
   * @param start first day
   * @param end the day after the last
   * @param value null when it is hidden or not known: the line breaks
   * @param dashed whether the line to it is dashed
   * @param hatched whether the stretch is hatched: nothing can be concluded
   */
  public record Point(
      LocalDate start,
      LocalDate end,
      @Nullable Long value,
      @Nullable Double low,
      @Nullable Double high,
      boolean dashed,
      boolean hatched) {}

  /**
   * A band.
   *
   * @param letter names it where the full name finds no room
   * @param start first day
   * @param end the day after the last
   */
  public record Stripe(String letter, String name, LocalDate start, LocalDate end) {}

  /** The highest number to show, at least 1. */
  double highest() {
    double highest = 1;
    for (Point point : points) {
      if (point.value() != null) {
        highest = Math.max(highest, point.value());
      }
      if (point.high() != null) {
        highest = Math.max(highest, point.high());
      }
    }
    return highest;
  }
}
