package org.maraude.dashboard.trends;

import java.util.List;
import java.util.Locale;
import org.maraude.dashboard.trends.Svg.Role;

/** Draws the curve of lifetimes: a stair with its interval. A pure function. */
final class LifetimeChart {

  private static final int TENTHS = 10;
  private static final List<Integer> WEEKS = List.of(1, 2, 4, 8, 13, 26, 52);

  private final Frame frame;
  private final int days;
  private final Svg svg = new Svg();

  private LifetimeChart(Frame frame, int days) {
    this.frame = frame;
    this.days = Math.max(days, 1);
  }

  /**
   * The drawing.
   *
   * @param dayWord the unit below the axis
   * @param cssClass of the element
   */
  static String draw(
      Lifetimes.Answer answer,
      Frame frame,
      String title,
      String description,
      String dayWord,
      Locale locale,
      String cssClass) {
    var chart = new LifetimeChart(frame, answer.watchedDays());
    chart.svg.raw(
        """
        <svg xmlns="http://www.w3.org/2000/svg" class="%s" viewBox="0 0 %d %d" role="img" \
        aria-labelledby="%s-t %s-d" font-family="sans-serif" font-size="13">\
        """
            .formatted(
                Svg.escaped(cssClass), frame.width(), frame.height(), frame.id(), frame.id()));
    chart.svg.raw("<title id=\"" + frame.id() + "-t\">" + Svg.escaped(title) + "</title>");
    chart.svg.raw("<desc id=\"" + frame.id() + "-d\">" + Svg.escaped(description) + "</desc>");
    chart.svg.text(Role.TITLE, Frame.LEFT, 20, "start", title);
    chart.axes(dayWord, locale);
    chart.stairs(answer.curve());
    return chart.svg.raw("</svg>").toString();
  }

  private void axes(String dayWord, Locale locale) {
    for (int tenth = 0; tenth <= TENTHS; tenth += 2) {
      double y = y(tenth / (double) TENTHS);
      svg.line(Role.GRID, Frame.LEFT, y, frame.width() - Frame.RIGHT, y);
      svg.text(
          Role.LABEL, Frame.LEFT - 8, y + 4, "end", String.format(locale, "%d %%", tenth * TENTHS));
    }
    int step = WEEKS.getLast() * 7;
    for (int weeks : WEEKS) {
      if (days / (weeks * 7.0) <= frame.plotWidth() / 70) {
        step = weeks * 7;
        break;
      }
    }
    for (int day = 0; day <= days; day += step) {
      svg.line(Role.AXIS, x(day), frame.bottom(), x(day), frame.bottom() + 5);
      svg.text(
          Role.LABEL,
          x(day),
          frame.bottom() + 20,
          day == 0 ? "start" : x(day) > frame.width() - 60 ? "end" : "middle",
          day + " " + dayWord);
    }
    svg.line(Role.AXIS, Frame.LEFT, frame.bottom(), frame.width() - Frame.RIGHT, frame.bottom());
  }

  private void stairs(List<Lifetimes.Share> curve) {
    var there = new StringBuilder();
    var high = new StringBuilder();
    var low = new StringBuilder();
    for (int i = 0; i < curve.size(); i++) {
      var point = curve.get(i);
      double right = x(i + 1 < curve.size() ? curve.get(i + 1).days() : days);
      there.append(i == 0 ? "M" : "L").append(at(x(point.days()), point.share()));
      there.append('L').append(at(right, point.share()));
      high.append(i == 0 ? "M" : "L").append(at(x(point.days()), point.high()));
      high.append('L').append(at(right, point.high()));
      low.insert(0, "L" + at(right, point.low()) + "L" + at(x(point.days()), point.low()));
    }
    svg.path(Role.INTERVAL, high.append(low).append('Z').toString());
    svg.path(Role.LINE, there.toString());
  }

  private String at(double x, double share) {
    return Svg.number(x) + " " + Svg.number(y(share));
  }

  private double x(int day) {
    return Frame.LEFT + Math.clamp(day / (double) days, 0, 1) * frame.plotWidth();
  }

  private double y(double share) {
    return frame.bottom() - share * frame.plotHeight();
  }
}
