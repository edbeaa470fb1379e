package org.maraude.crawler.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maraude.crawler.site.SiteFile;
import org.maraude.crawler.site.SiteFileReader;
import org.maraude.events.DeadLetter;
import org.maraude.events.Event;
import org.maraude.events.EventJson;
import org.maraude.events.Topic;
import org.maraude.events.ads.AdGone;
import org.maraude.events.ads.AdSeen;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.ads.Place;
import org.maraude.events.crawl.CrawlControl;
import org.maraude.events.crawl.DiscoveredUrl;
import org.maraude.events.crawl.FetchOutcome;
import org.maraude.events.crawl.FetchResult;
import org.maraude.events.crawl.ListingCard;
import org.maraude.events.crawl.ListingPage;
import org.maraude.events.crawl.PageKind;
import org.maraude.events.crawl.Permit;
import org.maraude.events.crawl.SiteStatus;

/** The frontier's topology under a clock that only the test moves. */
class FrontierTest {

  private static final String KEY = "demo.example";
  private static final String LIST = "https://demo.example/list";
  private static final Duration DELAY = Duration.ofSeconds(5);
  private static final SiteFile SITE =
      SiteFileReader.parse(
          "demo.yaml",
          """
          id: demo
          approval: {by: a, on: 2026-11-01, basis: b}
          start: [https://demo.example/list]
          hosts: [demo.example]
          revisit: {min: 10m, max: 24h, ads: 24h}
          maxPages: 3
          """);

  @TempDir Path state;

  private Instant now = Instant.parse("2026-11-01T08:00:00Z");
  private final AtomicInteger ids = new AtomicInteger();
  private TopologyTestDriver driver;
  private TestInputTopic<String, byte[]> discovered;
  private TestInputTopic<String, byte[]> results;
  private TestInputTopic<String, byte[]> control;

  @BeforeEach
  void start() {
    var clock =
        new Clock() {
          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return now;
          }
        };
    var settings =
        new FrontierSettings(
            Map.of("demo", SITE),
            Duration.ofSeconds(30),
            Duration.ofMillis(250),
            Instant.MIN,
            clock,
            () -> 0.0,
            () -> "p" + ids.incrementAndGet(),
            ad -> {});
    var properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "frontier-test");
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
    properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    driver = new TopologyTestDriver(FrontierTopology.build(settings), properties, now);
    discovered = input(Topic.CRAWL_DISCOVERED);
    results = input(Topic.CRAWL_RESULTS);
    control = input(Topic.CRAWL_CONTROL);
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  private TestInputTopic<String, byte[]> input(Topic topic) {
    return driver.createInputTopic(
        topic.topicName(), new StringSerializer(), new ByteArraySerializer());
  }

  private <T extends Event> List<T> output(Topic topic, Class<T> type) {
    return records(topic.topicName()).stream()
        .map(record -> EventJson.read(record.value(), type))
        .toList();
  }

  private List<TestRecord<String, byte[]>> records(String topic) {
    TestOutputTopic<String, byte[]> out =
        driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer());
    return out.readRecordsToList();
  }

  private List<Permit> permits() {
    return output(Topic.CRAWL_PERMITS, Permit.class);
  }

  private Permit onlyPermit() {
    var permits = permits();
    assertThat(permits).hasSize(1);
    return permits.get(0);
  }

  private void pass(Duration time) {
    now = now.plus(time);
    driver.advanceWallClockTime(time);
  }

  /** The next permit, which comes exactly when the delay is over. */
  private Permit next() {
    pass(DELAY.minusMillis(250));
    assertThat(permits()).isEmpty();
    pass(Duration.ofMillis(250));
    return onlyPermit();
  }

  private void seed() {
    discovered.pipeInput(
        KEY, EventJson.write(new DiscoveredUrl("demo", LIST, PageKind.LISTING, now)));
  }

  private FetchResult result(
      Permit permit,
      FetchOutcome outcome,
      @Nullable String robots,
      @Nullable ListingPage listing,
      @Nullable ObservedAd ad,
      @Nullable String location) {
    return new FetchResult(
        permit, false, outcome, 200, now, 10, null, location, "\"e\"", null, robots, listing, ad,
        List.of());
  }

  private void give(FetchResult result) {
    results.pipeInput(KEY, EventJson.write(result));
  }

  private void fails(Permit permit, FetchOutcome outcome) {
    give(result(permit, outcome, null, null, null, null));
  }

  private void robots(Permit permit, String text) {
    give(result(permit, FetchOutcome.CONTENT, text, null, null, null));
  }

  private void listing(Permit permit, @Nullable String next, int... ads) {
    var cards =
        IntStream.of(ads)
            .mapToObj(ad -> new ListingCard("https://demo.example/ad/" + ad, "" + ad, "h" + ad))
            .toList();
    give(result(permit, FetchOutcome.CONTENT, null, new ListingPage(cards, next), null, null));
  }

  private void ad(Permit permit, String content) {
    var id = permit.url().substring(permit.url().lastIndexOf('/') + 1);
    give(
        result(
            permit, FetchOutcome.CONTENT, null, null, observed(id, permit.url(), content), null));
  }

  private ObservedAd observed(String id, String url, String content) {
    return new ObservedAd(
        "demo:" + id,
        "demo",
        url,
        now,
        null,
        "Bonjour",
        content,
        null,
        Place.UNKNOWN,
        Map.of(),
        0,
        content);
  }

  private Permit toListing() {
    seed();
    robots(onlyPermit(), "User-agent: *\nDisallow: /private");
    return next();
  }

  private static List<String> adIds(List<ObservedAd> ads) {
    return ads.stream().map(ObservedAd::adId).toList();
  }

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
  void whatRobotsTxtForbidsIsNeverPermitted() {
    seed();
    robots(onlyPermit(), "User-agent: *\nDisallow: /ad/1");
    listing(next(), null, 1, 2);
    assertThat(next().url()).isEqualTo("https://demo.example/ad/2");
  }

  @ParameterizedTest
  @EnumSource(
      value = FetchOutcome.class,
      names = {"FORBIDDEN", "TIMEOUT", "SERVER_ERROR", "WRONG_TYPE", "OUT_OF_SCOPE", "TOO_LARGE"})
  void withoutARobotsTxtNothingIsFetchedUntilItIsReadable(FetchOutcome outcome) {
    seed();
    fails(onlyPermit(), outcome);
    var status = output(Topic.CRAWL_STATUS, SiteStatus.class);
    assertThat(status.get(status.size() - 1).state()).isEqualTo(SiteStatus.State.BLOCKED);
    assertThat(status.get(status.size() - 1).reason()).contains("robots.txt", outcome.name());
    pass(Duration.ofMillis(59_750));
    assertThat(permits()).isEmpty();
    pass(Duration.ofMillis(250));
    var again = onlyPermit();
    assertThat(again.kind()).isEqualTo(PageKind.ROBOTS);
    fails(again, FetchOutcome.GONE);
    assertThat(next().url()).isEqualTo(LIST);
  }

  @Test
  void aRobotsTxtThatRedirectsWithoutEndForbidsEverything() {
    seed();
    var permit = onlyPermit();
    for (int i = 0; i < 5; i++) {
      give(result(permit, FetchOutcome.REDIRECT, null, null, null, "https://demo.example/r" + i));
      permit = next();
      assertThat(permit.kind()).isEqualTo(PageKind.ROBOTS);
    }
    give(result(permit, FetchOutcome.REDIRECT, null, null, null, "https://demo.example/r9"));
    pass(Duration.ofSeconds(59));
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

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anAdThatIsNotThereOrLeadsBackToTheListingIsGoneOnce(boolean redirect) {
    listing(toListing(), null, 1);
    var begun = now;
    ad(next(), "one");
    var read = now;
    Permit permit = null;
    for (int i = 0; i < 40 && permit == null; i++) {
      pass(Duration.ofHours(1));
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
    var revisit = Objects.requireNonNull(permit, "the ad is asked again within a day");
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
