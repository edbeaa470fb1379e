package org.maraude.dashboard.trends;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.statistics.KaplanMeier;
import org.maraude.dashboard.statistics.Lifetime;
import org.maraude.events.volume.AdVolume;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long the ads stay that were new in a period. Those that are still there count for as long as
 * they were watched (Kaplan and Meier). Thread safe.
 */
final class Lifetimes {

  private final JdbcClient sql;
  private final Clock clock;

  Lifetimes(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * The answer; what it shows falls by no fewer than eleven ads at once, so that no small count can
   * be read off it.
   *
   * @param from first day on which they were new: the one asked for, or the first with known ends
   * @param ads how many were new; null when they are too few to show anything
   * @param median the first day after which at most half are left; null when more than half last
   * @param curve from day 0, falling
   */
  record Answer(
      LocalDate from,
      LocalDate to,
      @Nullable Long ads,
      @Nullable Integer median,
      List<Share> curve,
      int watchedDays) {

    Answer {
      curve = List.copyOf(curve);
    }
  }

  /**
   * A point of the curve.
   *
   * @param share of the ads that stay longer than these days, 0 to 1
   * @param low of its 95 % interval
   * @param high of its 95 % interval
   */
  record Share(int days, double share, double low, double high) {}

  private record Count(LocalDate day, int days, long ads) {}

  /**
   * The answer to a question as it came; what is left out is the last half year.
   *
   * @throws BadVolumeQueryException with what is wrong
   */
  Answer asked(@Nullable String from, @Nullable String to) {
    var query =
        VolumeQuery.parse(
            new VolumeQuery.Asked(from, to, null, null, null, null, null),
            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    return of(query.from(), query.to());
  }

  Answer of(LocalDate from, LocalDate to) {
    var since = sql.sql("select day from lifetimes_since").query(LocalDate.class).single();
    var first = from.isBefore(since) ? since : from;
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var lifetimes = lifetimes(first, to, today);
    long ads = lifetimes.stream().mapToLong(Lifetime::count).sum();
    int watched =
        lifetimes.stream().filter(one -> one.count() > 0).mapToInt(Lifetime::days).max().orElse(0);
    if (ads < Suppression.SMALLEST) {
      return new Answer(first, to, null, null, List.of(), watched);
    }
    var curve = curve(KaplanMeier.of(lifetimes));
    var median = curve.stream().filter(point -> point.share() <= 0.5).map(Share::days).findFirst();
    return new Answer(first, to, ads, median.orElse(null), curve, watched);
  }

  /** Ends by their days, and those that are left, watched until today or for a year. */
  private List<Lifetime> lifetimes(LocalDate from, LocalDate to, LocalDate today) {
    var lifetimes = new ArrayList<Lifetime>();
    var ends =
        sql.sql("select day, days, ads from lifetime_rollup where day between ? and ?")
            .params(from, to)
            .query((row, n) ->
                new Count(
                    row.getObject("day", LocalDate.class), row.getInt("days"), row.getLong("ads")))
            .list();
    for (Count end : ends) {
      lifetimes.add(new Lifetime(end.days(), true, end.ads()));
    }
    sql.sql(
            """
            select r.start, r.new_ads - coalesce((select sum(l.ads) from lifetime_rollup l
              where l.day = r.start), 0) as left_ads
            from volume_rollup r
            where r.step = 'day' and r.split = 'none' and r.start between ? and ?\
            """)
        .params(from, to)
        .query(row -> {
          long left = row.getLong("left_ads");
          long days = ChronoUnit.DAYS.between(row.getObject("start", LocalDate.class), today);
          if (left > 0) {
            lifetimes.add(
                new Lifetime(Math.clamp(days, 0, AdVolume.LONGEST_LIFE_DAYS), false, left));
          }
        });
    return lifetimes;
  }

  private static List<Share> curve(KaplanMeier estimate) {
    var curve = new ArrayList<Share>();
    curve.add(new Share(0, 1, 1, 1));
    long since = 0;
    for (var step : estimate.steps()) {
      since += step.ended();
      if (since >= Suppression.SMALLEST) {
        curve.add(new Share(step.day(), step.survival(), step.low(), step.high()));
        since = 0;
      }
    }
    return curve;
  }
}
