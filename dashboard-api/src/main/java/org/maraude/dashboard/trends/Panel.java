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
 * @param top the axis reaches at least so far: for panels on one scale
 * @param whole whether only whole numbers mean something
 */
public record Panel(
    String title,
    String description,
    List<Point> points,
    List<Stripe> bands,
    LocalDate from,
    LocalDate to,
    double top,
    boolean whole) {

  public Panel {
    points = List.copyOf(points);
    bands = List.copyOf(bands);
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("a chart needs at least one day");
    }
  }

  /** A chart of counts on a scale of its own. */
  public Panel(
      String title,
      String description,
      List<Point> points,
      List<Stripe> bands,
      LocalDate from,
      LocalDate to) {
    this(title, description, points, bands, from, to, 1, true);
  }

  Panel titled(String other) {
    return new Panel(other, description, points, bands, from, to, top, whole);
  }

  Panel onScaleTo(double number) {
    return new Panel(title, description, points, bands, from, to, number, whole);
  }

  /**
   * One period's count.
   *
   * @param start first day
   * @param end the day after the last
   * @param value null when it is hidden or not known: the line breaks
   * @param dashed whether the line to it is dashed
   * @param hatched whether the stretch is hatched: nothing can be concluded
   * @param earlier the value of the earlier period it is compared with; null when there is none
   */
  public record Point(
      LocalDate start,
      LocalDate end,
      @Nullable Double value,
      @Nullable Double low,
      @Nullable Double high,
      boolean dashed,
      boolean hatched,
      @Nullable Double earlier) {

    public Point(
        LocalDate start,
        LocalDate end,
        @Nullable Long value,
        @Nullable Double low,
        @Nullable Double high,
        boolean dashed,
        boolean hatched) {
      this(
          start,
          end,
          value == null ? null : Double.valueOf(value),
          low,
          high,
          dashed,
          hatched,
          null);
    }
  }

  /**
   * A band.
   *
   * @param letter names it where the full name finds no room
   * @param start first day
   * @param end the day after the last
   */
  public record Stripe(String letter, String name, LocalDate start, LocalDate end) {}

  /** The highest number to show, at least {@link #top}. */
  double highest() {
    double highest = top;
    for (Point point : points) {
      if (point.value() != null) {
        highest = Math.max(highest, point.value());
      }
      if (point.earlier() != null) {
        highest = Math.max(highest, point.earlier());
      }
      if (point.high() != null) {
        highest = Math.max(highest, point.high());
      }
    }
    return highest;
  }
}
