package org.maraude.crawler.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.crawler.site.SiteFileReader;
import org.maraude.events.EventJson;
import org.maraude.events.Topic;
import org.maraude.events.crawl.CrawlControl;
import org.maraude.events.crawl.FetchOutcome;
import org.maraude.events.crawl.PageKind;
import org.maraude.events.crawl.Permit;
import org.maraude.events.crawl.SiteStatus;
import org.maraude.events.crawl.SiteStatus.Cause;
import org.maraude.events.crawl.SiteStatus.State;

/** What a site's status says when pages change, when a site refuses, and when people order. */
class SiteHealthTest {

  @TempDir Path state;

  private DrivenFrontier frontier;

  @BeforeEach
  void start() {
    frontier =
        new DrivenFrontier(
            SiteFileReader.parse(
                "demo.yaml",
                """
                id: demo
                approval: {by: a, on: 2026-11-01, basis: b}
                start: [https://demo.example/list]
                hosts: [demo.example]
                revisit: {min: 10m, max: 24h, ads: 24h}
                ad:
                  title: {select: h1, required: true}
                  body: {select: .body, required: true}
                  fields: {phone: .phone}
                """),
            state);
  }

  @AfterEach
  void stop() {
    frontier.close();
  }

  private Permit nextOf(PageKind kind) {
    var permit = frontier.next();
    while (permit.kind() != kind) {
      if (permit.kind() == PageKind.ROBOTS) {
        frontier.robots(permit, "");
      } else {
        frontier.fails(permit, FetchOutcome.NOT_MODIFIED);
      }
      permit = frontier.next();
    }
    assertThat(permit.kind()).isEqualTo(kind);
    return permit;
  }

  private void readAds(int count, String... missing) {
    for (int i = 0; i < count; i++) {
      frontier.ad(nextOf(PageKind.AD), missing);
    }
  }

  private void misreadAds(int count, String... missing) {
    for (int i = 0; i < count; i++) {
      frontier.fails(nextOf(PageKind.AD), FetchOutcome.INCOMPLETE, missing);
    }
  }

  @Test
  void aChangedLayoutOfAdsIsToldWithinTwentyPagesWithItsField() {
    frontier.listing(nextOf(PageKind.LISTING), 0, 100);
    readAds(40);
    assertThat(frontier.status().state()).isEqualTo(State.RUNNING);
    int pages = 0;
    while (frontier.status().state() != State.DEGRADED) {
      misreadAds(1, "title");
      pages++;
      assertThat(pages).isLessThanOrEqualTo(20);
    }
    assertThat(frontier.status().cause()).isEqualTo(Cause.LAYOUT);
    assertThat(frontier.status().detail()).isEqualTo("title");
    assertThat(frontier.status().reason()).contains("'title'");
    assertThat(frontier.status().fieldHealth().get("body")).isEqualTo(1.0);
  }

  @Test
  void oneBadPageInTenIsNoChangedLayout() {
    frontier.listing(nextOf(PageKind.LISTING), 0, 100);
    for (int i = 0; i < 8; i++) {
      misreadAds(1, "title");
      readAds(9);
    }
    assertThat(frontier.told()).extracting(SiteStatus::state).doesNotContain(State.DEGRADED);
  }

  @Test
  void aSiteIsWellAgainSoonAfterItsLayoutIsHoweverLongItWasWrong() {
    frontier.listing(nextOf(PageKind.LISTING), 0, 100);
    misreadAds(70, "title");
    var degraded = frontier.status();
    assertThat(degraded.state()).isEqualTo(State.DEGRADED);
    assertThat(Objects.requireNonNull(degraded.fieldHealth().get("title"))).isLessThan(0.1);
    readAds(10);
    assertThat(frontier.status().state()).isEqualTo(State.RUNNING);
    assertThat(frontier.status().cause()).isNull();
  }

  @Test
  void aListingWithoutACardOnAGoodAnswerIsToldAtOnceAndPolledLess() {
    frontier.listing(nextOf(PageKind.LISTING), 0, 3);
    readAds(3);
    frontier.listing(nextOf(PageKind.LISTING), 0, 0);
    assertThat(frontier.status().state()).isEqualTo(State.DEGRADED);
    assertThat(frontier.status().detail()).isEqualTo("cards");
    var before = frontier.now();
    var permit = nextOf(PageKind.LISTING);
    frontier.listing(permit, 0, 0);
    var then = frontier.now();
    nextOf(PageKind.LISTING);
    // Half as much again each time nothing is new, and four times that while degraded.
    assertThat(Duration.between(before, permit.issuedAt())).isGreaterThan(Duration.ofMinutes(10));
    assertThat(Duration.between(then, frontier.now())).isGreaterThan(Duration.ofMinutes(60));
  }

  @Test
  void aListingThatShowsCardsAgainIsWellAgain() {
    frontier.listing(nextOf(PageKind.LISTING), 0, 3);
    readAds(3);
    frontier.listing(nextOf(PageKind.LISTING), 0, 0);
    assertThat(frontier.status().state()).isEqualTo(State.DEGRADED);
    frontier.listing(nextOf(PageKind.LISTING), 0, 3);
    assertThat(frontier.status().state()).isEqualTo(State.RUNNING);
  }

  @Test
  void wallsAreBackoffAndNeverAChangedLayout() {
    frontier.listing(nextOf(PageKind.LISTING), 0, 60);
    readAds(10);
    for (int i = 0; i < 25; i++) {
      var permit = frontier.next();
      if (permit.kind() == PageKind.ROBOTS) {
        frontier.robots(permit, "");
      } else {
        frontier.fails(permit, FetchOutcome.WALL);
      }
    }
    var status = frontier.status();
    assertThat(status.state()).isEqualTo(State.BLOCKED);
    assertThat(status.cause()).isEqualTo(Cause.REFUSED);
    assertThat(status.detail()).isEqualTo("WALL");
    assertThat(status.fieldHealth()).containsEntry("title", 1.0).containsEntry("cards", 1.0);
    assertThat(frontier.told()).extracting(SiteStatus::state).doesNotContain(State.DEGRADED);
  }

  @Test
  void aFieldThatNearlyAllPagesYieldedAndNowDoNotIsToldAlthoughNotRequired() {
    frontier.listing(nextOf(PageKind.LISTING), 0, 90);
    readAds(35);
    assertThat(frontier.status().faded()).isEmpty();
    readAds(20, "phone");
    var status = frontier.status();
    assertThat(status.faded()).containsExactly("phone");
    assertThat(Objects.requireNonNull(status.fieldHealth().get("phone"))).isLessThan(0.5);
    assertThat(status.state()).isEqualTo(State.RUNNING);
    readAds(10);
    assertThat(frontier.status().faded()).isEmpty();
  }

  @Test
  void aFieldThatWasNeverUsualIsNotMissed() {
    frontier.listing(nextOf(PageKind.LISTING), 0, 90);
    readAds(40, "phone");
    assertThat(frontier.status().faded()).isEmpty();
    assertThat(frontier.status().fieldHealth().get("phone")).isLessThan(0.5);
  }

  @Test
  void blockedSinceIsTheFirstRefusalHoweverOftenItIsTriedAgain() {
    var permit = frontier.next();
    var since = frontier.now();
    for (int i = 0; i < 6; i++) {
      frontier.fails(permit, FetchOutcome.SERVER_ERROR);
      permit = frontier.next();
    }
    frontier.fails(permit, FetchOutcome.TIMEOUT);
    var status = frontier.status();
    assertThat(status.state()).isEqualTo(State.BLOCKED);
    assertThat(status.cause()).isEqualTo(Cause.ROBOTS_UNREADABLE);
    assertThat(status.detail()).isEqualTo("TIMEOUT");
    assertThat(status.since()).isEqualTo(since);
    assertThat(Objects.requireNonNull(status.nextVisit())).isAfter(frontier.now());
    frontier.robots(frontier.next(), "");
    assertThat(frontier.status().state()).isEqualTo(State.RUNNING);
    assertThat(frontier.status().since()).isAfter(since);
  }

  @Test
  void aRobotsTxtThatForbidsEveryStartPageIsToldAsBlockedUntilItDoesNot() {
    frontier.robots(frontier.next(), "User-agent: *\nDisallow: /\n");
    var status = frontier.status();
    assertThat(status.state()).isEqualTo(State.BLOCKED);
    assertThat(status.cause()).isEqualTo(Cause.ROBOTS_FORBIDS);
    assertThat(status.reason()).contains("robots.txt forbids every start page");
    var since = status.since();
    assertThat(frontier.nothingIsAskedFor(Duration.ofHours(12))).isTrue();
    assertThat(frontier.status().since()).isEqualTo(since);
    var again = frontier.next();
    assertThat(again.kind()).isEqualTo(PageKind.ROBOTS);
    frontier.robots(again, "User-agent: *\nDisallow: /private\n");
    assertThat(frontier.status().state()).isEqualTo(State.RUNNING);
  }

  @Test
  void aRequestThatWasNeverAnsweredCountsAsOne() {
    frontier.robots(frontier.next(), "");
    frontier.next();
    frontier.pass(Duration.ofSeconds(36));
    var status = frontier.status();
    assertThat(status.requests()).isEqualTo(2);
    assertThat(status.pagesFetched()).isEqualTo(1);
  }

  @Test
  void figuresAreToldSoonAfterTheLastVisitAndSilenceLastsAMinute() {
    frontier.listing(nextOf(PageKind.LISTING), 0, 1);
    readAds(1);
    var status = frontier.status();
    assertThat(status.adsNew()).isEqualTo(1);
    assertThat(status.requests()).isEqualTo(3);
    int before = frontier.told().size();
    frontier.pass(Duration.ofSeconds(50));
    assertThat(frontier.told()).hasSize(before);
    frontier.pass(Duration.ofSeconds(20));
    assertThat(frontier.told()).hasSize(before + 1);
  }

  @Test
  void aSiteThatIsPausedBeforeItsFirstVisitIsToldAsPaused() {
    order("demo", CrawlControl.Order.PAUSE);
    frontier.pass(Duration.ofSeconds(1));
    assertThat(frontier.told().getLast().state()).isEqualTo(State.PAUSED);
    assertThat(frontier.told().getLast().cause()).isEqualTo(Cause.ORDER);
    assertThat(frontier.told().getLast().nextVisit()).isNull();
  }

  @Test
  void aStopForAllIsToldAsSuchAndAnOrderThatCannotBeReadPauses() {
    order(CrawlControl.ALL_SITES, CrawlControl.Order.PAUSE);
    assertThat(frontier.status().cause()).isEqualTo(Cause.ORDER_FOR_ALL);
    order(CrawlControl.ALL_SITES, CrawlControl.Order.RESUME);
    assertThat(frontier.status().state()).isEqualTo(State.RUNNING);
    frontier.give(Topic.CRAWL_CONTROL, "demo", "{pause}".getBytes(StandardCharsets.UTF_8));
    assertThat(frontier.status().state()).isEqualTo(State.PAUSED);
    assertThat(frontier.status().cause()).isEqualTo(Cause.ORDER_UNREADABLE);
    order("demo", CrawlControl.Order.RESUME);
    assertThat(frontier.status().state()).isEqualTo(State.RUNNING);
  }

  private void order(String site, CrawlControl.Order order) {
    var at = Instant.parse("2026-11-01T08:00:00Z");
    frontier.give(
        Topic.CRAWL_CONTROL, site, EventJson.write(new CrawlControl(site, order, at, "admin")));
  }
}
