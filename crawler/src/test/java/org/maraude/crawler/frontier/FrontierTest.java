package org.maraude.crawler.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maraude.events.DeadLetter;
import org.maraude.events.EventJson;
import org.maraude.events.Topic;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.crawl.CrawlControl;
import org.maraude.events.crawl.DiscoveredUrl;
import org.maraude.events.crawl.FetchOutcome;
import org.maraude.events.crawl.FetchResult;
import org.maraude.events.crawl.ListingCard;
import org.maraude.events.crawl.ListingPage;
import org.maraude.events.crawl.PageKind;
import org.maraude.events.crawl.Permit;
import org.maraude.events.crawl.SiteStatus;

/** The order of requests of one key and what may not disturb it. */
class FrontierTest extends FrontierFixture {

  @Test
  void robotsTxtIsAskedFirstThenTheListingThenItsAds() {
    seed();
    var robots = onlyPermit();
    assertThat(robots.kind()).isEqualTo(PageKind.ROBOTS);
    assertThat(robots.url()).isEqualTo("https://demo.example/robots.txt");
    robots(robots, "");
    var list = next();
    assertThat(list.url()).isEqualTo(LIST);
    assertThat(list.toEnd()).isTrue();
    listing(list, null, 1, 2);
    ad(next(), "one");
    ad(next(), "two");
    assertThat(adIds(output(Topic.ADS_OBSERVED, ObservedAd.class)))
        .containsExactlyInAnyOrder("demo:1", "demo:2");
    pass(Duration.ofSeconds(60));
    assertThat(permits()).isEmpty();
  }

  @Test
  void aLostPermitCostsOneLeaseAndNeverThePage() {
    var lost = toListing();
    pass(Duration.ofSeconds(34));
    assertThat(permits()).isEmpty();
    pass(Duration.ofSeconds(1));
    var again = onlyPermit();
    assertThat(again.url()).isEqualTo(lost.url());
    assertThat(again.permitId()).isNotEqualTo(lost.permitId());
    listing(lost, null, 7);
    assertThat(permits()).isEmpty();
    listing(again, null, 1);
    assertThat(next().url()).isEqualTo("https://demo.example/ad/1");
  }

  @Test
  void aRepeatedResultChangesNothing() {
    var list = toListing();
    listing(list, null, 1);
    var permit = next();
    ad(permit, "one");
    ad(permit, "one");
    ad(permit, "two");
    assertThat(output(Topic.ADS_OBSERVED, ObservedAd.class)).hasSize(1);
  }

  @Test
  void aWallStopsTheKeyAndIsNoLayoutChange() {
    var list = toListing();
    fails(list, FetchOutcome.WALL);
    var status = output(Topic.CRAWL_STATUS, SiteStatus.class);
    assertThat(status.get(status.size() - 1).state()).isEqualTo(SiteStatus.State.BLOCKED);
    assertThat(status.get(status.size() - 1).fieldHealth()).isEmpty();
    pass(Duration.ofSeconds(59));
    assertThat(permits()).isEmpty();
  }

  @Test
  void aPausedSiteIsLeftAloneUntilItIsResumed() {
    order("demo", CrawlControl.Order.PAUSE);
    seed();
    pass(Duration.ofHours(2));
    assertThat(permits()).isEmpty();
    order("demo", CrawlControl.Order.RESUME);
    order(CrawlControl.ALL_SITES, CrawlControl.Order.PAUSE);
    pass(Duration.ofHours(2));
    assertThat(permits()).isEmpty();
    order(CrawlControl.ALL_SITES, CrawlControl.Order.RESUME);
    pass(Duration.ofSeconds(1));
    assertThat(permits()).hasSize(1);
  }

  private void order(String site, CrawlControl.Order order) {
    control.pipeInput(site, EventJson.write(new CrawlControl(site, order, now, "admin")));
  }

  @Test
  void whatCannotBeReadBecomesADeadLetterAndTheFlowGoesOn() {
    results.pipeInput(KEY, "{\"schema\":1".getBytes(StandardCharsets.UTF_8));
    results.pipeInput(KEY, new byte[] {(byte) 0xff, (byte) 0xfe});
    discovered.pipeInput(
        "other.example", EventJson.write(new DiscoveredUrl("demo", LIST, PageKind.LISTING, now)));
    discovered.pipeInput(
        KEY,
        EventJson.write(
            new DiscoveredUrl("demo", "https://other.example/", PageKind.LISTING, now)));
    seed();
    assertThat(permits()).hasSize(1);
    assertThat(records(Topic.CRAWL_RESULTS.deadLetterName()))
        .hasSize(2)
        .allSatisfy(letter -> {
          var reason = letter.headers().lastHeader(DeadLetter.REASON).value();
          assertThat(new String(reason, StandardCharsets.UTF_8)).contains("FetchResult");
        });
    assertThat(records(Topic.CRAWL_DISCOVERED.deadLetterName())).hasSize(2);
  }

  /** Fetchers that lose, repeat and delay results: one permit out, no page lost, each ad once. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void whateverFetchersDoEachAdComesOnceAndOnePermitIsOut(long seed) {
    var random = new Random(seed);
    seed();
    var out = new ArrayList<Permit>();
    var old = new ArrayList<FetchResult>();
    var published = new ArrayList<ObservedAd>();
    Instant lastEnd = Instant.MIN;
    for (int step = 0; step < 3000 && published.size() < 12; step++) {
      pass(Duration.ofMillis(1000 + random.nextInt(9) * 250L));
      for (var permit : permits()) {
        for (var before : out) {
          assertThat(permit.issuedAt()).isAfterOrEqualTo(before.leaseEnd().plus(DELAY));
        }
        assertThat(permit.issuedAt().minus(DELAY)).isAfterOrEqualTo(lastEnd);
        out.clear();
        out.add(permit);
      }
      if (!out.isEmpty() && random.nextInt(10) < 7) {
        var answer = answer(out.remove(0), random);
        give(answer);
        lastEnd = now;
        old.add(answer);
        permits().forEach(permit -> assertThat(permit).isNull());
      }
      if (!old.isEmpty() && random.nextInt(5) == 0) {
        give(old.get(random.nextInt(old.size())));
      }
      published.addAll(output(Topic.ADS_OBSERVED, ObservedAd.class));
    }
    assertThat(adIds(published)).hasSize(12).doesNotHaveDuplicates();
  }

  private FetchResult answer(Permit permit, Random random) {
    return switch (permit.kind()) {
      case ROBOTS -> result(permit, FetchOutcome.CONTENT, "", null, null, null);
      case SITEMAP -> throw new IllegalStateException("none is named");
      case LISTING -> {
        int page = permit.url().contains("p=") ? 2 : 1;
        var cards =
            IntStream.rangeClosed(page * 6 - 5, page * 6)
                .mapToObj(i -> new ListingCard("https://demo.example/ad/" + i, "" + i, "h"))
                .toList();
        var next = page == 1 ? LIST + "?p=2" : null;
        yield result(permit, FetchOutcome.CONTENT, null, new ListingPage(cards, next), null, null);
      }
      case AD -> {
        var id = permit.url().substring(permit.url().lastIndexOf('/') + 1);
        yield random.nextInt(4) == 0
            ? result(permit, FetchOutcome.SERVER_ERROR, null, null, null, null)
            : result(
                permit, FetchOutcome.CONTENT, null, null, observed(id, permit.url(), "c"), null);
      }
    };
  }
}
