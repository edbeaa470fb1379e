package org.maraude.analyzer.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maraude.analyzer.facts.FactCondition;
import org.maraude.analyzer.links.profile.Profile;

/** What every state that the links stand on must make of these ads. */
abstract class LinkerContract {

  private static final String OTHER_TEXT =
      "Good evening, quiet flat near the station with a lift, tea on arrival, please write the day"
          + " before and say when you would like to come, no calls after nine";

  private final List<Merged> advertisers = new ArrayList<>();
  private final List<Merged> texts = new ArrayList<>();
  private LinkState state;
  private Linker linker;

  abstract LinkState state();

  @BeforeEach
  void begin() {
    state = state();
    linker = new Linker(state, advertisers::add, texts::add);
  }

  private LinkView observe(InventedAd ad) {
    linker.observe(ad.linked());
    return linker.view(ad.adId());
  }

  @Test
  void anAdAloneIsLinkedToNothing() {
    var view = observe(InventedAd.of("1").naming("a").called("Alba"));
    assertThat(view.facts()).isEmpty();
    assertThat(view.links().template()).isNull();
    assertThat(view.links().contactAds()).isEqualTo(1);
  }

  @Test
  void twoNamesUnderOnePhoneAreADuoAndAThirdIsASign() {
    observe(InventedAd.of("1").naming("a").called("Alba"));
    assertThat(observe(InventedAd.of("2").naming("a").called("Brune")).facts()).isEmpty();
    assertThat(observe(InventedAd.of("3").naming("a").called("Chloris")).facts())
        .containsExactly(FactCondition.SHARED_CONTACT);
    assertThat(linker.view("demo:1").links().contactAliases()).isEqualTo(3);
  }

  @Test
  void aTextUnderThreePhonesIsATemplateNamedAfterItsFirstAd() {
    observe(InventedAd.of("1").naming("a"));
    observe(InventedAd.of("2").naming("b").after(Duration.ofHours(1)));
    var view =
        observe(
            InventedAd.of("3")
                .naming("c")
                .after(Duration.ofHours(2))
                .saying(InventedAd.TEXT.replace("du parc", "de la gare")));
    assertThat(view.facts()).containsExactly(FactCondition.SHARED_TEMPLATE);
    assertThat(view.links().template()).isEqualTo("demo:1");
    assertThat(view.links().templateAds()).isEqualTo(3);
    assertThat(view.links().templateContacts()).isEqualTo(3);
  }

  @Test
  void anOwnTextUnderOnesOwnNewPhoneIsNoSign() {
    observe(InventedAd.of("1").naming("a").called("Alba"));
    assertThat(observe(InventedAd.of("2").naming("b").called("Alba")).facts()).isEmpty();
  }

  @Test
  void touringAloneIsNoSignAndWithASharedTextItIs() {
    for (int i = 0; i < 8; i++) {
      var view =
          observe(
              InventedAd.of("t" + i)
                  .naming("a")
                  .called("Alba")
                  .in("0" + (i + 1))
                  .after(Duration.ofHours(10L * i)));
      assertThat(view.facts()).isEmpty();
    }
    observe(InventedAd.of("x").naming("b").after(Duration.ofHours(81)));
    assertThat(observe(InventedAd.of("y").naming("c").after(Duration.ofHours(82))).facts())
        .contains(FactCondition.SHARED_TEMPLATE, FactCondition.MOVEMENT);
  }

  @Test
  void oneNameInTenDepartmentsWithinAWeekVotesForSpam() {
    for (int i = 0; i < 10; i++) {
      observe(
          InventedAd.of("t" + i).naming("a").called("Alba").in("1" + i).after(Duration.ofHours(i)));
    }
    assertThat(linker.view("demo:t0").facts()).containsExactly(FactCondition.LOOKS_LIKE_SPAM);
  }

  @Test
  void aJobOfferUnderAnotherAdsPhoneTiesBoth() {
    observe(InventedAd.of("1").naming("a").saying(OTHER_TEXT).offeringWork());
    assertThat(linker.view("demo:1").facts()).isEmpty();
    assertThat(observe(InventedAd.of("2").naming("a")).facts())
        .containsExactly(FactCondition.RECRUITMENT_LINK);
    assertThat(linker.view("demo:1").facts()).containsExactly(FactCondition.RECRUITMENT_LINK);
  }

  @Test
  void aContactInMoreAdsThanAreCountedTellsNothing() {
    for (int i = 0; i <= Profile.MOST; i++) {
      observe(InventedAd.of("t" + i).naming("a").called("Name" + i).saying("t" + i));
    }
    var view = linker.view("demo:t0");
    assertThat(view.facts()).isEmpty();
    assertThat(view.commonContact()).isTrue();
    assertThat(view.links().contactAds()).isEqualTo(Profile.MOST);
  }

  @Test
  void aChangedAdLeavesWhatItNoLongerShows() {
    observe(InventedAd.of("1").naming("a"));
    observe(InventedAd.of("2").naming("a"));
    observe(InventedAd.of("2").naming("b").saying(OTHER_TEXT).after(Duration.ofDays(1)));
    assertThat(linker.view("demo:1").links().contactAds()).isEqualTo(1);
    assertThat(linker.view("demo:1").links().templateAds()).isZero();
    assertThat(linker.view("demo:2").links().contactAds()).isEqualTo(1);
  }

  @Test
  void anOlderReadingThatComesLateMakesAnAdOlderAndChangesNothingElse() {
    observe(InventedAd.of("1").naming("a").after(Duration.ofDays(2)));
    observe(InventedAd.of("2").naming("a").after(Duration.ofDays(1)));
    observe(InventedAd.of("1").naming("z").saying(OTHER_TEXT));
    assertThat(linker.view("demo:1").links().template()).isEqualTo("demo:1");
    assertThat(linker.view("demo:2").links().contactAds()).isEqualTo(2);
    assertThat(texts).last().isEqualTo(new Merged("demo:2", "demo:1"));
  }

  @Test
  void twoPhonesNamedTogetherTwiceAreOneAdvertiserAndOnceTheyAreTwo() {
    observe(InventedAd.of("1").naming("a", "b").saying("un"));
    observe(InventedAd.of("2").naming("b").saying("deux"));
    assertThat(advertiser("1")).isNotEqualTo(advertiser("2"));
    observe(InventedAd.of("3").naming("a", "b").saying("trois"));
    assertThat(advertiser("1")).isEqualTo(advertiser("2")).isEqualTo(advertiser("3"));
    assertThat(advertisers).hasSize(1);
    assertThat(advertisers.getFirst().newId()).isEqualTo(advertiser("1"));
  }

  @Test
  void aSharedTextJoinsAdvertisersWithinDaysAndNotOverMonths() {
    observe(InventedAd.of("1").naming("a"));
    observe(InventedAd.of("2").naming("b").after(Duration.ofDays(10)));
    observe(InventedAd.of("3").naming("c").after(Duration.ofDays(40)));
    observe(InventedAd.of("4").naming("d").called("Alba").after(Duration.ofDays(80)));
    observe(InventedAd.of("5").naming("e").called("Alba").after(Duration.ofDays(110)));
    assertThat(advertiser("1")).isEqualTo(advertiser("2")).isNotEqualTo(advertiser("3"));
    assertThat(advertiser("4")).isEqualTo(advertiser("5")).isNotEqualTo(advertiser("3"));
  }

  @Test
  void aGroupThatOutgrowsAnAdvertiserFallsBackToItsMembers() {
    for (int i = 0; i < 100; i++) {
      observe(InventedAd.of("t" + i).naming("a" + i).after(Duration.ofMinutes(i)));
    }
    assertThat(advertiser("t0")).isNotEqualTo(advertiser("t1"));
  }

  @Test
  void whatMostContactsOfASiteSayIsTheSitesAndNoTemplateFromTheNextDayOn() {
    for (int i = 0; i < 50; i++) {
      observe(InventedAd.of("t" + i).naming("a" + i).after(Duration.ofMinutes(i)));
    }
    for (int i = 0; i < 3; i++) {
      var view = observe(InventedAd.of("n" + i).naming("n" + i).after(Duration.ofHours(24)));
      assertThat(view.links().template()).isNull();
    }
    for (int i = 0; i < 3; i++) {
      observe(
          InventedAd.of("o" + i)
              .naming("o" + i)
              .saying(InventedAd.TEXT + " " + OTHER_TEXT)
              .after(Duration.ofHours(25)));
    }
    assertThat(linker.view("demo:o0").links().templateAds()).isEqualTo(3);
  }

  private String advertiser(String localId) {
    return String.valueOf(linker.view("demo:" + localId).links().advertiser());
  }

  @Test
  void whatWasLastSeenLongerAgoThanIsKeptLeavesNothing() {
    observe(InventedAd.of("1").naming("a", "b"));
    observe(InventedAd.of("2").naming("a", "b"));
    observe(InventedAd.of("3").naming("b").after(Duration.ofDays(100)));
    linker.forget(InventedAd.MONDAY.plus(Duration.ofDays(121)));
    assertThat(linker.view("demo:1")).isEqualTo(LinkView.NONE);
    assertThat(linker.view("demo:3").links().contactAds()).isEqualTo(1);
    assertThat(state.contacts().get("a")).isNull();
    linker.forget(InventedAd.MONDAY.plus(Duration.ofDays(221)));
    assertThat(sizes()).containsOnly(0);
  }

  private List<Integer> sizes() {
    var sizes = new ArrayList<Integer>();
    for (var table :
        List.of(
            state.ads(),
            state.contacts(),
            state.members(),
            state.shapes(),
            state.bands(),
            state.forest(),
            state.groups())) {
      var count = new int[1];
      table.forEach((key, value) -> count[0]++);
      sizes.add(count[0]);
    }
    return sizes;
  }

  @Test
  void anErasedContactLeavesNoTraceOfItselfOrOfAdsThatNameIt() {
    observe(InventedAd.of("1").naming("erase-me", "b"));
    observe(InventedAd.of("2").naming("erase-me", "b"));
    observe(InventedAd.of("3").naming("c"));
    linker.erase("erase-me");
    assertThat(linker.view("demo:1")).isEqualTo(LinkView.NONE);
    assertThat(linker.view("demo:3").links().templateAds()).isZero();
    var left = new StringBuilder();
    for (var table :
        List.of(state.ads(), state.contacts(), state.members(), state.groups(), state.sites())) {
      table.forEach((key, value) -> left.append(key).append(value));
    }
    assertThat(left.toString()).doesNotContain("erase-me").contains("demo:3");
  }
}
