package org.maraude.standalone.demo.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.maraude.events.assessment.Queue;
import org.maraude.standalone.demo.SharedWorld;
import org.maraude.standalone.demo.population.DemoAd;
import org.maraude.standalone.demo.population.SiteId;
import org.maraude.standalone.demo.timeline.Lockdown;
import org.maraude.standalone.demo.timeline.PostingCalendar;

class DemoWorldTest {

  private static final Instant EPOCH = SharedWorld.EPOCH;

  @Test
  void theSameSeedAndEpochGiveTheSameWorldWhateverWasAskedBefore() {
    Instant later = EPOCH.plus(Duration.ofHours(5));
    DemoWorld asked = new DemoWorld(11, EPOCH);
    asked.at(EPOCH.plus(Duration.ofMinutes(3)));
    asked.at(EPOCH.plus(Duration.ofHours(9)));
    DemoWorld restarted = new DemoWorld(11, EPOCH);

    assertThat(asked.at(later).all()).isEqualTo(restarted.at(later).all());
    assertThat(asked.at(EPOCH).all()).isEqualTo(new DemoWorld(11, EPOCH).at(EPOCH).all());
    assertThat(asked.at(EPOCH).all()).isNotEqualTo(SharedWorld.WORLD.at(EPOCH).all());
  }

  @Test
  void atTheEpochTheWholeHistoryIsListed() {
    assertThat(SharedWorld.WORLD.at(EPOCH).all())
        .containsExactlyInAnyOrderElementsOf(SharedWorld.WORLD.population().ads());
    assertThat(SharedWorld.WORLD.at(EPOCH.minusSeconds(900)).all())
        .hasSameSizeAs(SharedWorld.WORLD.population().ads());
    assertThat(SharedWorld.WORLD.population().ads())
        .allMatch(ad ->
            !ad.postedAt().isAfter(EPOCH)
                && !ad.postedAt().isBefore(EPOCH.minus(PostingCalendar.WINDOW)));
  }

  @Test
  void afterTheEpochAFewAdsAMinuteAppearChangeComeAgainAndGo() {
    DemoWorld world = new DemoWorld(12, EPOCH);
    Set<String> before = ids(world.at(EPOCH).all());
    List<DemoAd> later = world.at(EPOCH.plus(Duration.ofHours(2))).all();
    Set<String> after = ids(later);

    assertThat(later).filteredOn(ad -> !before.contains(ad.adId())).hasSizeBetween(120, 300);
    assertThat(before).filteredOn(id -> !after.contains(id)).hasSizeBetween(90, 270);
    assertThat(later).filteredOn(ad -> ad.revision() > 0).hasSizeBetween(60, 250);
    assertThat(later)
        .filteredOn(ad -> !ad.localId().endsWith("0"))
        .as("posted again under a new id")
        .hasSizeGreaterThan(30);
  }

  @Test
  void asManyComeAsGo() {
    DemoWorld world = new DemoWorld(13, EPOCH);
    assertThat(world.at(EPOCH.plus(Duration.ofDays(4))).all()).hasSizeBetween(5_300, 6_700);
  }

  @Test
  void noIdIsListedTwiceAndNoneComesBack() {
    DemoWorld world = new DemoWorld(14, EPOCH);
    Set<String> gone = new HashSet<>();
    Set<String> before = ids(world.at(EPOCH).all());
    for (int minute = 30; minute <= 600; minute += 30) {
      List<DemoAd> now = world.at(EPOCH.plus(Duration.ofMinutes(minute))).all();
      Set<String> listed = ids(now);
      assertThat(listed)
          .hasSameSizeAs(now)
          .doesNotContainAnyElementsOf(gone.isEmpty() ? Set.of("") : gone);
      before.removeAll(listed);
      gone.addAll(before);
      before = listed;
    }
    assertThat(gone).isNotEmpty();
  }

  @Test
  void newestFirstAndNothingFromTheFuture() {
    Instant now = EPOCH.plus(Duration.ofMinutes(50));
    for (SiteId site : SiteId.values()) {
      List<DemoAd> listed = SharedWorld.WORLD.at(now).on(site);
      assertThat(listed).isSortedAccordingTo((a, b) -> b.postedAt().compareTo(a.postedAt()));
      assertThat(listed.get(0).postedAt()).isBeforeOrEqualTo(now);
    }
  }

  @Test
  void everySiteShowsAFewFlaggedAdsAmongItsNewest() {
    for (SiteId site : SiteId.values()) {
      assertThat(SharedWorld.WORLD.at(EPOCH).on(site).subList(0, 40))
          .filteredOn(ad -> ad.truth().expected() == Queue.ADULT)
          .as(site.id())
          .hasSizeGreaterThan(2);
    }
  }

  @Test
  void theLockdownShowsInTheDatesOfPosting() {
    Lockdown lockdown = SharedWorld.WORLD.lockdown();
    List<DemoAd> ads = SharedWorld.WORLD.population().ads();
    Instant begin = EPOCH.minus(PostingCalendar.WINDOW);
    double before = perDay(ads, begin, lockdown.begin());
    double during = perDay(ads, lockdown.begin(), lockdown.end());
    double after = perDay(ads, lockdown.end(), EPOCH);

    assertThat(1 - during / before).as("new ads fall by 59 %").isBetween(0.53, 0.65);
    assertThat(after / before).as("then rise above").isGreaterThan(1.05);

    double active = 0;
    int days = 55;
    for (int day = 1; day <= days; day++) {
      Instant at = lockdown.begin().plus(Duration.ofDays(day));
      active += perDay(ads, at.minus(Lockdown.ACTIVE_FOR), at) / days;
    }
    double usual = perDay(ads, lockdown.begin().minus(Lockdown.ACTIVE_FOR), lockdown.begin());
    assertThat(1 - active / usual).as("active ads fall by 26 %").isBetween(0.21, 0.31);
  }

  private static double perDay(List<DemoAd> ads, Instant from, Instant until) {
    long posted =
        ads.stream()
            .filter(ad -> !ad.postedAt().isBefore(from) && ad.postedAt().isBefore(until))
            .count();
    return posted * 86_400.0 / Duration.between(from, until).toSeconds();
  }

  private static Set<String> ids(List<DemoAd> ads) {
    return ads.stream().map(DemoAd::adId).collect(Collectors.toCollection(HashSet::new));
  }
}
