package org.maraude.dashboard.trends;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where an axis gets its marks. */
final class Ticks {

  private static final int ABOUT = 4;
  private static final int LABEL_WIDTH = 74;
  private static final int MONTHS_FROM_DAYS = 70;
  private static final int[] MONTH_STEPS = {1, 2, 3, 6, 12, 24, 60};

  private Ticks() {}

  /** Round numbers from nought to at least the highest. */
  static List<Long> numbers(double highest) {
    double rough = highest / ABOUT;
    double power = Math.pow(10, Math.floor(Math.log10(Math.max(rough, 1))));
    double step = power;
    for (double factor : new double[] {1, 2, 5, 10}) {
      step = factor * power;
      if (step >= rough) {
        break;
      }
    }
    var ticks = new ArrayList<Long>();
    long at = 0;
    ticks.add(at);
    while (at < highest) {
      at += Math.round(Math.max(step, 1));
      ticks.add(at);
    }
    return ticks;
  }

  /** Round numbers from nought to at least the highest, with fractions where it is small. */
  static List<Double> decimals(double highest) {
    double rough = Math.max(highest, 1e-3) / ABOUT;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step = 10 * power;
    for (double factor : new double[] {1, 2, 5}) {
      if (factor * power >= rough) {
        step = factor * power;
        break;
      }
    }
    var ticks = new ArrayList<Double>();
    for (int i = 0; ticks.isEmpty() || ticks.getLast() < highest; i++) {
      ticks.add(i * step);
    }
    if (ticks.size() == 1) {
      ticks.add(step);
    }
    return ticks;
  }

  /** A mark on the time axis. */
  record Date(LocalDate day, String label) {}

  /** First days of months where the stretch is long, else days some apart. */
  static List<Date> dates(LocalDate from, LocalDate to, double width, Locale locale) {
    long days = ChronoUnit.DAYS.between(from, to);
    int most = Math.max(2, (int) (width / LABEL_WIDTH));
    return days >= MONTHS_FROM_DAYS
        ? months(from, to, days, most, locale)
        : days(from, to, days, most, locale);
  }

  private static List<Date> months(
      LocalDate from, LocalDate to, long days, int most, Locale locale) {
    double months = days / 30.4;
    int step = MONTH_STEPS[MONTH_STEPS.length - 1];
    for (int candidate : MONTH_STEPS) {
      if (months / candidate <= most) {
        step = candidate;
        break;
      }
    }
    var name = DateTimeFormatter.ofPattern(step >= 12 ? "yyyy" : "MMM yyyy", locale);
    var dates = new ArrayList<Date>();
    for (var day = from.withDayOfMonth(1); day.isBefore(to); day = day.plusMonths(1)) {
      boolean onStep = (day.getYear() * 12 + day.getMonthValue() - 1) % step == 0;
      if (onStep && !day.isBefore(from)) {
        dates.add(new Date(day, name.format(day)));
      }
    }
    return dates;
  }

  private static List<Date> days(LocalDate from, LocalDate to, long days, int most, Locale locale) {
    long step = Math.max(1, (long) Math.ceil((double) days / most));
    var format = DateTimeFormatter.ofPattern("d MMM", locale);
    var dates = new ArrayList<Date>();
    for (var day = from; day.isBefore(to); day = day.plusDays(step)) {
      dates.add(new Date(day, format.format(day)));
    }
    return dates;
  }
}
