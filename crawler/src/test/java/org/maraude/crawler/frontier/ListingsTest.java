package org.maraude.crawler.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maraude.events.Topic;
import org.maraude.events.ads.AdGone;
import org.maraude.events.ads.AdSeen;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.crawl.FetchOutcome;
import org.maraude.events.crawl.ListingCard;
import org.maraude.events.crawl.ListingPage;
import org.maraude.events.crawl.PageKind;
import org.maraude.events.crawl.Permit;
import org.maraude.events.crawl.SiteStatus;

/** What a listing has asked, and what it spares. */
class ListingsTest extends FrontierFixture {

  @Test
  void aListingNeverReadIsFollowedToItsEndAndLaterUntilThreeKnownAds() {
    listing(toListing(), LIST + "?p=2", 9, 8, 7);
    var asked = new ArrayList<String>();
    for (int page = 2; page <= 5; page++) {
      for (int i = 0; i < 3; i++) {
        var permit = next();
        asked.add(permit.url());
        ad(permit, "x");
      }
      var list = next();
      assertThat(list.url()).isEqualTo(LIST + "?p=" + page);
      int first = 10 * page;
      listing(list, page < 5 ? LIST + "?p=" + (page + 1) : null, first, first + 1, first + 2);
    }
    for (int i = 0; i < 3; i++) {
      ad(next(), "x");
    }
    assertThat(new HashSet<>(asked)).hasSize(12);
    pass(Duration.ofMinutes(10));
    var poll = onlyPermit();
    assertThat(poll.url()).isEqualTo(LIST);
    assertThat(poll.toEnd()).isFalse();
    assertThat(poll.etag()).isEqualTo("\"e\"");
    listing(poll, LIST + "?p=2", 99, 9, 8, 7);
    assertThat(next().url()).isEqualTo("https://demo.example/ad/99");
    fails(
        new Permit("no", "demo", LIST, PageKind.AD, now, now, 0, 0, false, null, null, null),
        FetchOutcome.GONE);
    assertThat(permits()).isEmpty();
  }

  @Test
  void anUnchangedCardAsksNothingAndIsToldOnceADay() {
    listing(toListing(), null, 1);
    ad(next(), "one");
    for (int poll = 0; poll < 4; poll++) {
      pass(Duration.ofHours(5));
      var permit = onlyPermit();
      assertThat(permit.url()).isEqualTo(LIST);
      listing(permit, null, 1);
      pass(Duration.ofSeconds(30));
      assertThat(permits()).isEmpty();
    }
    assertThat(output(Topic.ADS_OBSERVED, ObservedAd.class)).hasSize(1);
    assertThat(output(Topic.ADS_SEEN, AdSeen.class)).hasSize(1);
  }

  @Test
  void aChangedCardHasItsAdReadAndOnlyAChangedAdIsPublished() {
    listing(toListing(), null, 1);
    ad(next(), "one");
    pass(Duration.ofMinutes(20));
    var changed = new ListingCard("https://demo.example/ad/1", "1", "other");
    give(
        result(
            onlyPermit(),
            FetchOutcome.CONTENT,
            null,
            new ListingPage(List.of(changed), null),
            null,
            null));
    ad(next(), "two");
    assertThat(output(Topic.ADS_OBSERVED, ObservedAd.class))
        .extracting(ObservedAd::body)
        .containsExactly("one", "two");
  }

  @Test
  void listingsWithoutCardsMakeASiteDegraded() {
    var list = toListing();
    for (int i = 0; i < 6; i++) {
      listing(list, null);
      pass(Duration.ofHours(20));
      for (var permit : permits()) {
        if (permit.kind() == PageKind.ROBOTS) {
          robots(permit, "");
          permit = next();
        }
        list = permit;
      }
    }
    var status = output(Topic.CRAWL_STATUS, SiteStatus.class);
    assertThat(status.get(status.size() - 1).state()).isEqualTo(SiteStatus.State.DEGRADED);
    assertThat(status.get(status.size() - 1).reason()).contains("cards");
  }

  @Test
  void onceADayTheListingIsReadToItsEndAndOnlyAnAdThatIsMissingIsAsked() {
    var second = LIST + "?p=2";
    listing(toListing(), second, 1, 2, 3);
    var asked = new ArrayList<String>();
    for (int minute = 0; minute < 53 * 60; minute += 5) {
      boolean gone = minute > 120;
      for (var permit : permits()) {
        switch (permit.kind()) {
          case ROBOTS -> robots(permit, "");
          case LISTING -> {
            if (permit.toEnd()) {
              assertThat(permit.etag()).isNull();
            }
            if (permit.url().equals(LIST)) {
              listing(permit, second, 1, 2, 3);
            } else if (gone) {
              listing(permit, null, 4, 6);
            } else {
              listing(permit, null, 4, 5, 6);
            }
          }
          default -> {
            asked.add(permit.url());
            if (gone) {
              fails(permit, FetchOutcome.GONE);
            } else {
              ad(permit, "x");
            }
          }
        }
      }
      pass(Duration.ofMinutes(5));
    }
    assertThat(asked).hasSize(7).endsWith("https://demo.example/ad/5");
    assertThat(output(Topic.ADS_GONE, AdGone.class))
        .extracting(AdGone::adId)
        .containsExactly("demo:5");
  }
}
