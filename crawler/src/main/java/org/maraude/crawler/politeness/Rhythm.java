package org.maraude.crawler.politeness;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * When a listing gets its new ads: how many in each hour of the day, smoothed over some days.
 *
 * <p>From it follows the longest time between two polls. Ads that come at rate r and are polled
 * every t wait t/2; among all ways to spend a number of polls on a day, the mean wait is least when
 * t goes with the inverse square root of r. What remains is how many polls: so many that an ad
 * waits {@link #WAIT} in the mean, and more while one poll saves the ads {@link #WORTH} of waiting.
 *
 * @param perHour new ads in an hour that begins at 0, 1, ... 23 o'clock, in the site's time zone;
 *     empty while nothing is known
 */
public record Rhythm(List<Double> perHour) {

  /** Nothing is known: every hour is like another. */
  public static final Rhythm UNKNOWN = new Rhythm(List.of());

  /** How long an ad may wait for its poll, in the mean over a day's ads. */
  static final Duration WAIT = Duration.ofMinutes(13);

  /** What one request more has to save, in ads times their waiting. */
  static final Duration WORTH = Duration.ofMinutes(7);

  private static final int HOURS = 24;
  private static final double NEWEST_COUNTS = 0.15;
  // An hour in which nothing was ever posted is still looked into.
  private static final double LEAST_SHARE = 0.15;

  public Rhythm {
    perHour = perHour == null ? List.of() : List.copyOf(perHour);
    if (!perHour.isEmpty() && perHour.size() != HOURS) {
      throw new IllegalArgumentException("a day has 24 hours");
    }
  }

  /** With what one poll found: so many ads were posted between two instants. */
  public Rhythm learn(Instant from, Instant to, int newAds, ZoneId zone) {
    double span = Duration.between(from, to).toMillis() / 3_600_000.0;
    // What came in the span of a day or more says nothing of an hour.
    if (span <= 0 || span > HOURS / 2.0) {
      return this;
    }
    double rate = newAds / span;
    var rates = perHour.isEmpty() ? even(rate) : new ArrayList<>(perHour);
    for (var at = from; at.isBefore(to); ) {
      var local = at.atZone(zone);
      var hourEnd = local.truncatedTo(ChronoUnit.HOURS).plusHours(1).toInstant();
      var until = hourEnd.isBefore(to) ? hourEnd : to;
      double share = Duration.between(at, until).toMillis() / 3_600_000.0;
      double weight = 1 - Math.pow(1 - NEWEST_COUNTS, share);
      rates.set(
          local.getHour(),
          rates.get(local.getHour()) + weight * (rate - rates.get(local.getHour())));
      at = until;
    }
    return new Rhythm(rates);
  }

  private static List<Double> even(double rate) {
    return new ArrayList<>(DoubleStream.generate(() -> rate).limit(HOURS).boxed().toList());
  }

  /** The longest time to the next poll, were the rhythm to decide alone. */
  public Duration longest(Instant now, ZoneId zone) {
    var rates = smooth();
    double day = rates.stream().mapToDouble(Double::doubleValue).sum();
    if (day <= 0) {
      return WAIT.multipliedBy(2);
    }
    double roots = rates.stream().mapToDouble(Math::sqrt).sum();
    double forWait = 2 * hours(WAIT) * day / roots;
    double forWorth = Math.sqrt(2 * hours(WORTH));
    double scale = Math.min(forWait, forWorth);
    double here = scale / Math.sqrt(rates.get(now.atZone(zone).getHour()));
    return Duration.ofMillis((long) (here * 3_600_000));
  }

  /** Few ads say little of one hour: neighbours count, and none is nothing. */
  private List<Double> smooth() {
    if (perHour.isEmpty()) {
      return List.of();
    }
    double mean = perHour.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    var smooth = new ArrayList<Double>();
    for (int hour = 0; hour < HOURS; hour++) {
      double near =
          (perHour.get((hour + HOURS - 1) % HOURS)
                  + 2 * perHour.get(hour)
                  + perHour.get((hour + 1) % HOURS))
              / 4;
      smooth.add(Math.max(near, LEAST_SHARE * mean));
    }
    return smooth;
  }

  private static double hours(Duration time) {
    return time.toMillis() / 3_600_000.0;
  }
}
