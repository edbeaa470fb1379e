package org.maraude.crawler.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maraude.events.Topic;
import org.maraude.events.ads.AdGone;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.crawl.FetchOutcome;
import org.maraude.events.crawl.FetchResult;
import org.maraude.events.crawl.PageKind;
import org.maraude.events.crawl.Permit;

/** What is told of an ad whose page was answered. */
class AdsTest extends FrontierFixture {

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anAdThatIsNotThereOrLeadsBackToTheListingIsGoneOnce(boolean redirect) {
    listing(toListing(), null, 1);
    var begun = now;
    ad(next(), "one");
    var read = now;
    Permit permit = null;
    for (int i = 0; i < 40 * 12 && permit == null; i++) {
      pass(Duration.ofMinutes(5));
      for (var asked : permits()) {
        if (asked.kind() == PageKind.AD) {
          permit = asked;
        } else if (asked.kind() == PageKind.ROBOTS) {
          robots(asked, "");
        } else {
          fails(asked, FetchOutcome.NOT_MODIFIED);
        }
      }
    }
    var revisit =
        Objects.requireNonNull(permit, "the ad is asked again when a sweep should have shown it");
    if (redirect) {
      give(result(revisit, FetchOutcome.REDIRECT, null, null, null, LIST));
    } else {
      fails(revisit, FetchOutcome.GONE);
    }
    assertThat(output(Topic.ADS_GONE, AdGone.class))
        .singleElement()
        .satisfies(gone -> {
          assertThat(gone.adId()).isEqualTo("demo:1");
          assertThat(gone.lastSeenAt()).isEqualTo(read);
          assertThat(gone.firstSeenAt()).isAfter(begun);
          assertThat(gone.firstMissedAt()).isEqualTo(now);
        });
  }

  @Test
  void redirectsAreFollowedThreeTimesEachWithAPermit() {
    listing(toListing(), null, 1);
    var permit = next();
    for (int hop = 1; hop <= 3; hop++) {
      give(
          result(
              permit,
              FetchOutcome.REDIRECT,
              null,
              null,
              null,
              "https://demo.example/ad/hop" + hop));
      permit = next();
      assertThat(permit.redirects()).isEqualTo(hop);
    }
    give(result(permit, FetchOutcome.REDIRECT, null, null, null, "https://demo.example/ad/hop4"));
    pass(Duration.ofMinutes(4));
    assertThat(permits()).isEmpty();
  }

  @Test
  void anImportedAdIsPublishedOnceAndTouchesNoPoliteness() {
    var permit =
        new Permit(
            "warc-1",
            "demo",
            "https://demo.example/ad/5",
            PageKind.AD,
            now,
            now,
            0,
            0,
            false,
            null,
            null,
            null);
    var ad = observed("5", permit.url(), "five");
    var imported =
        new FetchResult(
            permit,
            true,
            FetchOutcome.CONTENT,
            200,
            now,
            0,
            null,
            null,
            null,
            null,
            null,
            null,
            ad,
            List.of());
    give(imported);
    give(imported);
    assertThat(output(Topic.ADS_OBSERVED, ObservedAd.class)).hasSize(1);
    pass(Duration.ofHours(1));
    assertThat(permits()).isEmpty();
  }
}
