package org.maraude.standalone.demo.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The invented lockdown of the demo. Whoever draws it must say that it is invented.
 *
 * <p>Sizes after Callander 2020: newly created ads fall by 59 %, active ads by 26 %. An ad counts
 * as active for {@link #ACTIVE_FOR} from its posting; with that the second figure follows from the
 * first, on average over the lockdown.
 *
 * @param firstDay in Europe/Paris
 * @param lastDay inclusive, in Europe/Paris
 */
public record Lockdown(LocalDate firstDay, LocalDate lastDay) {

  /** What the days are counted in. */
  public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

  /** New ads left during the lockdown, as a share of before. */
  public static final double NEW_ADS_LEFT = 0.41;

  /** How long an ad counts as active. */
  public static final Duration ACTIVE_FOR = Duration.ofDays(60);

  private static final int DAYS = 55;

  /**
   * @param daysBefore the epoch, about 100
   */
  static Lockdown before(Instant epoch, int daysBefore) {
    LocalDate first = epoch.atZone(ZONE).toLocalDate().minusDays(daysBefore);
    return new Lockdown(first, first.plusDays(DAYS - 1));
  }

  /** Its first instant. */
  public Instant begin() {
    return firstDay.atStartOfDay(ZONE).toInstant();
  }

  /** The first instant after it. */
  public Instant end() {
    return lastDay.plusDays(1).atStartOfDay(ZONE).toInstant();
  }
}
