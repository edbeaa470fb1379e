package org.maraude.crawler.politeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.maraude.crawler.site.SiteFile;

class RhythmTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Instant MIDNIGHT = Instant.parse("2026-10-31T23:00:00Z");
  private static final SiteFile.Revisit REVISIT =
      new SiteFile.Revisit(Duration.ofMinutes(5), Duration.ofHours(24), Duration.ofHours(24));

  private static Rhythm after(int days, ToIntFunction<LocalTime> adsInHalfAnHour) {
    var rhythm = Rhythm.UNKNOWN;
    for (int poll = 0; poll < days * 48; poll++) {
      var from = MIDNIGHT.plus(Duration.ofMinutes(30L * poll));
      var to = from.plus(Duration.ofMinutes(30));
      int ads = adsInHalfAnHour.applyAsInt(from.atZone(PARIS).toLocalTime());
      rhythm = rhythm.learn(from, to, ads, PARIS);
    }
    return rhythm;
  }

  private static Duration at(Rhythm rhythm, int hour) {
    return rhythm.longest(MIDNIGHT.plus(Duration.ofHours(hour)), PARIS);
  }

  @Test
  void whileNothingIsKnownAnAdWaitsThirteenMinutesInTheMean() {
    assertThat(at(Rhythm.UNKNOWN, 3)).isEqualTo(Duration.ofMinutes(26));
  }

  @Test
  void hoursWithManyAdsArePolledMoreOftenThanTheNight() {
    var rhythm = after(20, time -> time.getHour() < 7 ? 0 : 1);
    assertThat(at(rhythm, 13)).isLessThan(Duration.ofMinutes(26));
    assertThat(at(rhythm, 3)).isGreaterThan(at(rhythm, 13).multipliedBy(2));
  }

  @Test
  void evenTheQuietestHourIsLookedInto() {
    var rhythm = after(20, time -> time.getHour() == 12 ? 6 : 0);
    assertThat(at(rhythm, 3)).isLessThan(Duration.ofHours(3));
  }

  @Test
  void aBusySiteIsPolledMoreOftenThanTheWaitAsks() {
    var rhythm = after(10, time -> 5);
    assertThat(at(rhythm, 12)).isBetween(Duration.ofMinutes(8), Duration.ofMinutes(10));
  }

  @Test
  void aGapOfADayTeachesNothing() {
    var rhythm = Rhythm.UNKNOWN.learn(MIDNIGHT, MIDNIGHT.plus(Duration.ofDays(1)), 90, PARIS);
    assertThat(rhythm).isEqualTo(Rhythm.UNKNOWN);
  }

  @Test
  void thePollIntervalIsHalvedOrGrowsByHalfBetweenItsBounds() {
    var interval = Duration.ofMinutes(20);
    var longest = Duration.ofMinutes(27);
    assertThat(RevisitPolicy.afterPoll(interval, 9, 0, longest, REVISIT))
        .isEqualTo(Duration.ofMinutes(10));
    assertThat(RevisitPolicy.afterPoll(interval, 9, 1, longest, REVISIT)).isEqualTo(interval);
    assertThat(RevisitPolicy.afterPoll(interval, 0, 9, longest, REVISIT)).isEqualTo(longest);
    assertThat(RevisitPolicy.afterPoll(interval, 0, 9, Duration.ofDays(2), REVISIT))
        .isEqualTo(Duration.ofMinutes(30));
    assertThat(RevisitPolicy.afterPoll(Duration.ofMinutes(6), 9, 0, longest, REVISIT))
        .isEqualTo(REVISIT.min());
    assertThat(RevisitPolicy.afterPoll(Duration.ofHours(20), 0, 9, Duration.ofDays(2), REVISIT))
        .isEqualTo(REVISIT.max());
  }
}
