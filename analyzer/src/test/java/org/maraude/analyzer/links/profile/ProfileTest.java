package org.maraude.analyzer.links.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.maraude.analyzer.links.InventedAd;

class ProfileTest {

  private static Sighting ad(int number, int day) {
    return InventedAd.of("ad" + number)
        .after(Duration.ofDays(day))
        .naming("token")
        .linked()
        .sighting();
  }

  private static Profile of(List<Sighting> ads) {
    var profile = Profile.NONE;
    for (var ad : ads) {
      profile = profile.with(null, ad);
    }
    return profile;
  }

  @Test
  void aRestOfOverNinetyDaysBeginsAnotherLife() {
    var before = List.of(ad(1, 0), ad(2, 5));
    var after = List.of(ad(3, 96), ad(4, 100));
    var both = new ArrayList<>(before);
    both.addAll(after);
    assertThat(of(both).lifeOf(ad(2, 5).first()).sightings()).isEqualTo(before);
    assertThat(of(both).lifeOf(ad(4, 100).first()).sightings()).isEqualTo(after);
  }

  @Test
  void aRestOfNinetyDaysIsARest() {
    assertThat(of(List.of(ad(1, 0), ad(2, 90))).lifeOf(ad(1, 0).first()).ads()).isEqualTo(2);
  }

  @Test
  void whatIsForgottenLeavesNoCommonMarkBehind() {
    var ads = new ArrayList<Sighting>();
    for (int i = 0; i <= Profile.MOST; i++) {
      ads.add(ad(i, 0));
    }
    var left = of(ads);
    for (var ad : ads) {
      left = left.without(ad);
    }
    assertThat(left).isEqualTo(Profile.NONE);
  }

  @Test
  void anAdThatStaysListedKeepsTheLifeGoingOn() {
    var first = ad(1, 0);
    var listed = first.over(first.first(), ad(9, 80).last());
    assertThat(of(List.of(listed, ad(2, 150))).lifeOf(first.first()).ads()).isEqualTo(2);
  }

  @Test
  void whatMoreAdsShowThanAreKeptIsCommonAndKeepsTheFirstInAnyOrder() {
    var ads = new ArrayList<Sighting>();
    for (int i = 0; i < Profile.MOST + 40; i++) {
      ads.add(ad(i, i / 4));
    }
    var inOrder = of(ads);
    Collections.shuffle(ads, new Random(7));
    var shuffled = of(ads);
    assertThat(inOrder).isEqualTo(shuffled);
    assertThat(inOrder.common()).isTrue();
    assertThat(inOrder.sightings()).hasSize(Profile.MOST);
    assertThat(inOrder.sightings().getFirst().adId()).isEqualTo("demo:ad0");
  }

  @Test
  void theAdsOfTwoNamesAreTwoPersonsUntilThereIsAThirdName() {
    var older = InventedAd.of("1").called("Alba").aged(27).linked().sighting();
    var younger = InventedAd.of("2").called("Brune").aged(19).linked().sighting();
    var third = InventedAd.of("3").called("Chloris").linked().sighting();
    assertThat(new Life(List.of(older, younger), false).agesApart()).isFalse();
    assertThat(new Life(List.of(older, younger, third), false).agesApart()).isTrue();
  }

  @Test
  void aBirthdayAYearIsNoContradiction() {
    var one = InventedAd.of("1").called("Alba").aged(19).linked().sighting();
    var next = InventedAd.of("2").called("Alba").aged(20).linked().sighting();
    var late = InventedAd.of("3").after(Duration.ofDays(400)).called("Alba").aged(21).linked();
    assertThat(new Life(List.of(one, next), false).agesApart()).isFalse();
    assertThat(new Life(List.of(one, late.sighting()), false).agesApart()).isFalse();
    var other = InventedAd.of("4").called("Alba").aged(23).linked().sighting();
    assertThat(new Life(List.of(one, other), false).agesApart()).isTrue();
  }

  @Test
  void departmentsAreCountedWithinAWindowThatMoves() {
    var ads = new ArrayList<Sighting>();
    for (int i = 0; i < 12; i++) {
      ads.add(
          InventedAd.of("ad" + i)
              .after(Duration.ofDays(3L * i))
              .in("0" + i % 10)
              .linked()
              .sighting());
    }
    var life = new Life(ads, false);
    assertThat(life.departementsInAWeek()).isEqualTo(3);
    assertThat(life.adsInAWeek()).isEqualTo(3);
    assertThat(life.departements()).isEqualTo(10);
  }
}
