package org.maraude.dashboard.trends;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.maraude.dashboard.trends.Svg.Role;

/**
 * Draws a panel as SVG: bands, grid, interval, line, hatching where nothing can be concluded. A
 * pure function of what it is given. The drawing names and describes itself to a screen reader.
 */
public final class Chart {

  private static final double DOT = 2.5;
  private static final int LETTER_WIDTH = 7;
  private static final int BAND_LABEL_Y = 14;

  private final Panel panel;
  private final Frame frame;
  private final Locale locale;
  private final List<Double> numbers;
  private final Svg svg = new Svg();

  private Chart(Panel panel, Frame frame, Locale locale) {
    this.panel = panel;
    this.frame = frame;
    this.locale = locale;
    this.numbers =
        panel.whole()
            ? Ticks.numbers(panel.highest()).stream().map(Long::doubleValue).toList()
            : Ticks.decimals(panel.highest());
  }

  /**
   * The drawing, as an {@code svg} element for a page.
   *
   * @param cssClass of the element
   */
  public static String draw(Panel panel, Frame frame, Locale locale, String cssClass) {
    var chart = new Chart(panel, frame, locale);
    chart.svg.raw(
        """
        <svg xmlns="http://www.w3.org/2000/svg" class="%s" viewBox="0 0 %d %d" role="img" \
        aria-labelledby="%s-t %s-d" font-family="sans-serif" font-size="13">\
        """
            .formatted(
                Svg.escaped(cssClass), frame.width(), frame.height(), frame.id(), frame.id()));
    chart.body();
    return chart.svg.raw("</svg>").toString();
  }

  private void body() {
    svg.raw("<title id=\"" + frame.id() + "-t\">" + Svg.escaped(panel.title()) + "</title>");
    svg.raw("<desc id=\"" + frame.id() + "-d\">" + Svg.escaped(panel.description()) + "</desc>");
    hatchPattern();
    bands();
    grid();
    interval();
    earlier();
    line();
    hatching();
    svg.line(Role.AXIS, Frame.LEFT, frame.bottom(), frame.width() - Frame.RIGHT, frame.bottom());
  }

  private void hatchPattern() {
    svg.raw(
        """
        <defs><pattern id="%s-h" width="7" height="7" patternUnits="userSpaceOnUse" \
        patternTransform="rotate(45)"><line %s x1="0" y1="0" x2="0" y2="7"/></pattern></defs>\
        """
            .formatted(frame.id(), Svg.attributes(Role.HATCH)));
  }

  private void bands() {
    double taken = 0;
    for (Panel.Stripe band : panel.bands()) {
      double left = x(band.start().isBefore(panel.from()) ? panel.from() : band.start());
      double right = x(band.end().isAfter(panel.to()) ? panel.to() : band.end());
      svg.rectangle(Role.BAND, left, Frame.TOP, right - left, frame.plotHeight());
      svg.line(Role.BAND_EDGE, left, Frame.TOP, left, frame.bottom());
      svg.line(Role.BAND_EDGE, right, Frame.TOP, right, frame.bottom());
      var full = band.letter() + " · " + band.name();
      boolean roomy = full.length() * LETTER_WIDTH <= Math.max(right - left, 0);
      var label = roomy ? full : band.letter();
      double from = Math.max(left + 4, taken);
      svg.text(Role.LABEL, from, Frame.TOP + BAND_LABEL_Y, "start", label);
      taken = from + label.length() * LETTER_WIDTH + 4;
    }
  }

  private void grid() {
    for (double number : numbers) {
      double y = y(number);
      svg.line(Role.GRID, Frame.LEFT, y, frame.width() - Frame.RIGHT, y);
      svg.text(Role.LABEL, Frame.LEFT - 8, y + 4, "end", label(number));
    }
    for (var date : Ticks.dates(panel.from(), panel.to(), frame.plotWidth(), locale)) {
      double x = x(date.day());
      svg.line(Role.AXIS, x, frame.bottom(), x, frame.bottom() + 5);
      boolean last = x > frame.width() - Frame.RIGHT - 40;
      svg.text(Role.LABEL, x, frame.bottom() + 20, last ? "end" : "middle", date.label());
    }
    svg.text(Role.TITLE, Frame.LEFT, 20, "start", panel.title());
  }

  private String label(double number) {
    double step = numbers.getLast() / (numbers.size() - 1);
    return String.format(locale, step >= 1 ? "%,.0f" : step >= 0.1 ? "%,.1f" : "%,.3f", number);
  }

  /** Runs of points that follow each other without a hidden one between them. */
  private List<List<Panel.Point>> runs() {
    var runs = new ArrayList<List<Panel.Point>>();
    var run = new ArrayList<Panel.Point>();
    for (Panel.Point point : panel.points()) {
      if (point.value() == null) {
        close(runs, run);
      } else {
        run.add(point);
      }
    }
    close(runs, run);
    return runs;
  }

  private static void close(List<List<Panel.Point>> runs, List<Panel.Point> run) {
    if (!run.isEmpty()) {
      runs.add(List.copyOf(run));
      run.clear();
    }
  }

  private void interval() {
    for (var run : runs()) {
      var there = new StringBuilder();
      var back = new StringBuilder();
      for (Panel.Point point : run) {
        if (point.low() == null || point.high() == null) {
          return;
        }
        there.append(there.isEmpty() ? "M" : "L").append(at(middle(point), y(point.high())));
        back.insert(0, "L" + at(middle(point), y(point.low())));
      }
      svg.path(Role.INTERVAL, there.append(back).append('Z').toString());
    }
  }

  /** What it is compared with: thin, without dots, broken where it is hidden. */
  private void earlier() {
    var data = new StringBuilder();
    boolean on = false;
    for (Panel.Point point : panel.points()) {
      if (point.earlier() != null) {
        data.append(on ? 'L' : 'M').append(at(middle(point), y(point.earlier())));
      }
      on = point.earlier() != null;
    }
    if (!data.isEmpty()) {
      svg.path(Role.LINE_EARLIER, data.toString());
    }
  }

  private void line() {
    for (var run : runs()) {
      for (int i = 1; i < run.size(); i++) {
        var before = run.get(i - 1);
        var here = run.get(i);
        int from = i - 1;
        // Neighbours of one kind make one path: dashes then run through.
        while (i + 1 < run.size() && run.get(i + 1).dashed() == here.dashed()) {
          i++;
        }
        var data = new StringBuilder("M").append(at(middle(before), y(value(before))));
        for (var point : run.subList(from + 1, i + 1)) {
          data.append('L').append(at(middle(point), y(value(point))));
        }
        svg.path(here.dashed() ? Role.LINE_AFTERWARDS : Role.LINE, data.toString());
      }
      for (Panel.Point point : run) {
        svg.circle(Role.DOT, middle(point), y(value(point)), DOT);
      }
    }
  }

  private void hatching() {
    for (Panel.Point point : panel.points()) {
      if (point.hatched()) {
        double left = x(point.start());
        svg.rectangle(
            Svg.attributes(Role.HATCHED) + " fill=\"url(#" + frame.id() + "-h)\"",
            left,
            Frame.TOP,
            x(point.end()) - left,
            frame.plotHeight());
      }
    }
  }

  private static double value(Panel.Point point) {
    return point.value() == null ? 0 : point.value();
  }

  private double middle(Panel.Point point) {
    return (x(point.start()) + x(point.end())) / 2;
  }

  private double x(LocalDate day) {
    double whole = ChronoUnit.DAYS.between(panel.from(), panel.to());
    double part = ChronoUnit.DAYS.between(panel.from(), day);
    return Frame.LEFT + Math.clamp(part / whole, 0, 1) * frame.plotWidth();
  }

  private double y(double number) {
    return frame.bottom() - number / numbers.getLast() * frame.plotHeight();
  }

  private static String at(double x, double y) {
    return Svg.number(x) + " " + Svg.number(y);
  }
}
