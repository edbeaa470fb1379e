package org.maraude.analyzer.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.analyzer.Ads;
import org.maraude.analyzer.assess.AdReader;
import org.maraude.analyzer.assess.Assessor;
import org.maraude.analyzer.meters.AnalyzerMeters;
import org.maraude.analyzer.rules.FailingRule;
import org.maraude.analyzer.rules.RuleFile;
import org.maraude.analyzer.rules.RuleFiles;
import org.maraude.analyzer.rules.RuleSet;
import org.maraude.contacts.KeyFolder;
import org.maraude.events.DeadLetter;
import org.maraude.events.Event;
import org.maraude.events.EventJson;
import org.maraude.events.Topic;
import org.maraude.events.ads.AdGone;
import org.maraude.events.ads.AdSeen;
import org.maraude.events.assessment.Assessment;
import org.maraude.events.assessment.Queue;
import org.maraude.events.assessment.Signal;
import org.maraude.events.rules.RuleSetPart;
import org.maraude.events.volume.AdVolume;

/** What the stream makes of sites, rules and news that are not as they should be. */
class StreamTroubleTest {

  private static final AdReader READER = AdReader.create();

  /** A rule of the program's own. */
  private static final String FAILS = "management-bookings";

  @TempDir Path folder;
  private final AtomicBoolean broken = new AtomicBoolean();
  private final MovingClock clock = new MovingClock();
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private RuleBook book;
  private TopologyTestDriver driver;

  @BeforeEach
  void start() {
    var meters = new AnalyzerMeters(registry);
    var keys =
        KeyFolder.openOrCreate(folder.resolve("keys"), Clock.fixed(Ads.NOON, ZoneOffset.UTC));
    book =
        new RuleBook(
            files -> RuleSet.load(files, READER, FailingRule.named(FAILS, broken::get)),
            Duration.ZERO,
            meters);
    var parts =
        new AnalyzerParts(
            new Assessor(READER, keys.tokens(), keys.sealer()),
            book,
            new FailureDesk(clock, meters),
            new LinkTrouble(),
            new StreamProgress(),
            meters,
            1,
            clock);
    var settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.resolve("state").toString());
    driver = new TopologyTestDriver(AnalyzerTopology.of(parts), settings, clock.instant());
    tellRules("one", RuleFiles.builtIn());
  }

  @AfterEach
  void stop() {
    driver.close();
    book.close();
    registry.close();
  }

  private void tellRules(String stamp, List<RuleFile> files) {
    for (var file : files) {
      var part = new RuleSetPart(stamp, file.name(), files.size(), file.yaml(), Ads.NOON);
      pipe(Topic.RULES, file.name(), EventJson.write(part));
    }
  }

  private void pipe(Topic topic, String key, byte[] value) {
    driver
        .createInputTopic(topic.topicName(), new StringSerializer(), new ByteArraySerializer())
        .pipeInput(key, value);
  }

  private void tell(Topic topic, String key, Event event) {
    pipe(topic, key, EventJson.write(event));
  }

  private void observe(String localId) {
    tell(Topic.ADS_OBSERVED, "demo:" + localId, Ads.ad(localId, "Bonjour, j'ai 16 ans."));
  }

  private void poison(String key, int times) {
    for (int i = 0; i < times; i++) {
      pipe(Topic.ADS_OBSERVED, key, "{".getBytes(StandardCharsets.UTF_8));
    }
  }

  private List<TestRecord<String, byte[]>> out(String topic) {
    return driver
        .createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer())
        .readRecordsToList();
  }

  private List<Assessment> assessed() {
    return out(Topic.ADS_ASSESSED.topicName()).stream()
        .map(record -> EventJson.read(record.value(), Assessment.class))
        .toList();
  }

  private List<String> reasons() {
    return out(Topic.ADS_OBSERVED.deadLetterName()).stream()
        .map(letter -> letter.headers().lastHeader(DeadLetter.REASON).value())
        .map(reason -> new String(reason, StandardCharsets.UTF_8))
        .toList();
  }

  private Map<String, AdVolume> volumes() {
    var counted = new java.util.TreeMap<String, AdVolume>();
    out(Topic.ADS_VOLUME.topicName())
        .forEach(record -> {
          var volume = EventJson.read(record.value(), AdVolume.class);
          counted.put(volume.day().toString(), volume);
        });
    return counted;
  }

  @Test
  void aSiteWhoseAdsFailInRowsIsSetAsideTheOthersGoOnAndItComesBack() {
    poison("broken:1", SiteWatch.IN_A_ROW);
    assertThat(reasons()).hasSize(SiteWatch.IN_A_ROW).doesNotContain("its site is set aside");
    var good = Ads.ad("1", "Bonjour");
    tell(Topic.ADS_OBSERVED, "broken:2", Ads.of("broken", "2", "Bonjour"));
    tell(Topic.ADS_OBSERVED, "demo:1", good);
    assertThat(assessed()).extracting(Assessment::adId).containsExactly("demo:1");
    assertThat(reasons()).containsExactly("its site is set aside");
    assertThat(registry.scrape())
        .contains("maraude_analyzer_sites_aside 1.0")
        .contains("reason=\"site_set_aside\",topic=\"maraude.ads.observed\"} 1.0");

    clock.pass(SiteWatch.TRIED_AGAIN_AFTER);
    tell(Topic.ADS_OBSERVED, "broken:3", Ads.of("broken", "3", "Bonjour"));
    tell(Topic.ADS_OBSERVED, "broken:4", Ads.of("broken", "4", "Bonjour"));
    assertThat(assessed()).extracting(Assessment::adId).containsExactly("broken:3", "broken:4");
    assertThat(registry.scrape()).contains("maraude_analyzer_sites_aside 0.0");
  }

  @Test
  void whenTwoSitesFailTogetherTheInstanceStopsWithItsReason() {
    for (int i = 0; i < FailureWatch.AT_LEAST - 10; i++) {
      tell(Topic.ADS_SEEN, "demo:" + i, new AdSeen("demo:" + i, "demo", Ads.NOON));
    }
    poison("one:1", 5);
    poison("two:1", 4);
    assertThatThrownBy(() -> poison("two:1", 1))
        .hasRootCauseInstanceOf(TooManyFailuresException.class)
        .hasStackTraceContaining("10 of the 200 records of the last minute failed");
  }

  @Test
  void aRuleThatThrowsIsCountedAndStopsNeitherTheAdNorTheOtherRules() {
    var body = "J'ai 16 ans. Notre secrétariat répond, annonce sérieuse.";
    tell(Topic.ADS_OBSERVED, "demo:0", Ads.ad("0", body));
    broken.set(true);
    tell(Topic.ADS_OBSERVED, "demo:1", Ads.ad("1", body));
    tell(Topic.ADS_OBSERVED, "demo:2", Ads.ad("2", body));
    var assessed = assessed();
    assertThat(assessed).extracting(Assessment::queue).containsOnly(Queue.MINOR).hasSize(3);
    var whole = assessed.getFirst().signals().stream().map(Signal::rule).toList();
    assertThat(whole).contains(FAILS).hasSizeGreaterThan(2);
    assertThat(assessed.subList(1, 3))
        .allSatisfy(ad ->
            assertThat(ad.signals())
                .extracting(Signal::rule)
                .containsExactlyElementsOf(
                    whole.stream().filter(rule -> !rule.equals(FAILS)).toList()));
    driver.advanceWallClockTime(AdProcessor.TELLS_EVERY);
    driver.advanceWallClockTime(AdProcessor.TELLS_EVERY);
    assertThat(registry.scrape())
        .contains("maraude_analyzer_rule_errors_total{rule=\"" + FAILS + "\"} 2.0");

    var other = new java.util.ArrayList<>(RuleFiles.builtIn());
    other.replaceAll(file -> new RuleFile(file.name(), file.yaml() + "# another remark\n"));
    broken.set(false);
    tellRules("two", other);
    broken.set(true);
    tell(Topic.ADS_OBSERVED, "demo:3", Ads.ad("3", body));
    driver.advanceWallClockTime(AdProcessor.TELLS_EVERY);
    assertThat(registry.scrape())
        .contains("maraude_analyzer_rule_errors_total{rule=\"" + FAILS + "\"} 3.0");
  }

  @Test
  void aBrokenRuleSetIsCountedAndTheEarlierOneStays() {
    tellRules("broken", List.of(new RuleFile("scoring.yaml", "version: none")));
    observe("1");
    assertThat(assessed()).extracting(Assessment::queue).containsExactly(Queue.MINOR);
    assertThat(registry.scrape()).contains("maraude_analyzer_rulesets_refused_total 1.0");
  }

  @Test
  void theMetersTellQueuesStagesAndRulesAndNothingOfAnAd() {
    tell(Topic.ADS_OBSERVED, "demo:1", Ads.ad("1", "J'ai 16 ans. Tél 06 39 98 12 34"));
    poison("06 39 98 12 34", 1);
    poison("0639981234:1", 1);
    var told = registry.scrape();
    assertThat(told)
        .contains("maraude_analyzer_ads_total{queue=\"minor\"} 1.0")
        .contains("maraude_analyzer_stage_duration_seconds_count{stage=\"extract\"} 1")
        .contains("maraude_analyzer_stage_duration_seconds_count{stage=\"match\"} 1")
        .contains("maraude_analyzer_stage_duration_seconds_count{stage=\"assess\"} 1")
        .contains("maraude_analyzer_stage_duration_seconds_count{stage=\"seal\"} 1")
        .contains("maraude_analyzer_candidates_rules_count 1")
        .containsPattern("maraude_analyzer_candidates_rules_sum [1-9]")
        .contains("reason=\"unreadable\"")
        .containsPattern("maraude_analyzer_rule_matches_total\\{rule=\"[a-z0-9-]+\"} 1.0")
        .doesNotContain("39 98", "063998", "+33", "demo");
  }

  @Test
  void newsThatComesBeforeItsAdWaitsForIt() {
    var tomorrow = Ads.NOON.plus(Duration.ofDays(1));
    tell(Topic.ADS_GONE, "demo:1", gone("demo:1", tomorrow));
    tell(Topic.ADS_SEEN, "demo:1", new AdSeen("demo:1", "demo", tomorrow));
    assertThat(volumes()).isEmpty();
    observe("1");
    var volumes = volumes();
    assertThat(volumes).containsOnlyKeys("2026-11-20", "2026-11-21");
    assertThat(volumes.get("2026-11-21")).matches(day -> day.live() == 1 && day.gone() == 1);
    assertThat(driver.getKeyValueStore(AdProcessor.EARLY_STORE).all()).isExhausted();
  }

  private static AdGone gone(String adId, java.time.Instant last) {
    return new AdGone(adId, "demo", Ads.NOON, last, last.plusSeconds(60));
  }

  @Test
  void newsWhoseAdNeverComesIsForgottenWithItsTopic() {
    tell(Topic.ADS_SEEN, "demo:1", new AdSeen("demo:1", "demo", Ads.NOON));
    clock.pass(Forgetting.EARLY_AFTER.minusSeconds(1));
    driver.advanceWallClockTime(AdProcessor.FORGETS_EVERY);
    assertThat(driver.getKeyValueStore(AdProcessor.EARLY_STORE).get("demo:1")).isNotNull();
    clock.pass(Duration.ofSeconds(1));
    driver.advanceWallClockTime(AdProcessor.FORGETS_EVERY);
    assertThat(driver.getKeyValueStore(AdProcessor.EARLY_STORE).get("demo:1")).isNull();
  }

  @Test
  void anAdIsForgottenAHundredAndTwentyDaysAfterItsLastSighting() {
    observe("1");
    observe("2");
    var later = Ads.NOON.plus(Duration.ofDays(30));
    tell(Topic.ADS_SEEN, "demo:2", new AdSeen("demo:2", "demo", later));
    clock.pass(Forgetting.AFTER.minusSeconds(1));
    driver.advanceWallClockTime(AdProcessor.FORGETS_EVERY);
    assertThat(driver.getKeyValueStore(AdProcessor.STORE).get("demo:1")).isNotNull();
    clock.pass(Duration.ofSeconds(1));
    driver.advanceWallClockTime(AdProcessor.FORGETS_EVERY);
    assertThat(driver.getKeyValueStore(AdProcessor.STORE).get("demo:1")).isNull();
    assertThat(driver.getKeyValueStore(AdProcessor.STORE).get("demo:2")).isNotNull();
  }

  @Test
  void aCountIsForgottenOnceNothingCanChangeItAndNotBefore() {
    observe("1");
    clock.pass(Duration.ofDays(1));
    tell(Topic.ADS_OBSERVED, "other:1", Ads.of("other", "1", "Bonjour"));
    assertThat(countedSites()).containsExactlyInAnyOrder("demo", "other");
    clock.pass(Forgetting.VOLUMES_AFTER.minusDays(1).minusSeconds(1));
    driver.advanceWallClockTime(VolumeProcessor.FORGETS_EVERY);
    assertThat(countedSites()).containsExactlyInAnyOrder("demo", "other");
    clock.pass(Duration.ofSeconds(1));
    driver.advanceWallClockTime(VolumeProcessor.FORGETS_EVERY);
    assertThat(countedSites()).containsExactly("other");
    clock.pass(Duration.ofDays(1));
    driver.advanceWallClockTime(VolumeProcessor.FORGETS_EVERY);
    assertThat(countedSites()).isEmpty();
  }

  @Test
  void manyCountsAreForgottenInRoundsThatGoOnWhereTheLastOneEnded() {
    KeyValueStore<String, ValueAndTimestamp<AdVolume>> store =
        driver.getTimestampedKeyValueStore(VolumeProcessor.STORE);
    var day = LocalDate.of(2026, 11, 20);
    for (int i = 0; i < Forgetting.AT_ONCE + 5; i++) {
      var count = new AdVolume("somebody-" + i, day, "demo", "?", "?", 1, 0, 1, 0);
      store.put(count.key(), ValueAndTimestamp.make(count, clock.millis()));
    }
    clock.pass(Forgetting.VOLUMES_AFTER);
    driver.advanceWallClockTime(VolumeProcessor.FORGETS_EVERY);
    assertThat(countedSites()).hasSize(5);
    driver.advanceWallClockTime(VolumeProcessor.FORGETS_EVERY);
    assertThat(countedSites()).isEmpty();
    observe("1");
    clock.pass(Forgetting.VOLUMES_AFTER);
    driver.advanceWallClockTime(VolumeProcessor.FORGETS_EVERY);
    assertThat(countedSites()).as("the next round began anew").isEmpty();
  }

  @Test
  void anAdPostedOnADayWhoseCountIsClosedIsLiveButNewOnNoDay() {
    var closed = Ads.NOON.minus(Forgetting.VOLUMES_AFTER);
    var open = closed.plus(Duration.ofDays(1));
    tell(Topic.ADS_OBSERVED, "demo:1", Ads.ad("1", "Annonce", "Bonjour", Ads.NOON, closed));
    assertThat(volumes()).containsOnlyKeys("2026-11-20");
    tell(Topic.ADS_OBSERVED, "demo:2", Ads.ad("2", "Annonce", "Bonjour", Ads.NOON, open));
    assertThat(volumes().values()).extracting(AdVolume::newAds).containsExactly(1, 0);
  }

  private List<String> countedSites() {
    var sites = new java.util.ArrayList<String>();
    KeyValueStore<String, ValueAndTimestamp<AdVolume>> store =
        driver.getTimestampedKeyValueStore(VolumeProcessor.STORE);
    try (var all = store.all()) {
      all.forEachRemaining(entry -> sites.add(entry.value.value().siteId()));
    }
    return sites;
  }

  @Test
  void aKeyNamesASiteOnlyWhereItLooksLikeOne() {
    assertThat(List.of("quai:1", "site-75:x:y"))
        .extracting(key -> FailureDesk.site(key.getBytes(StandardCharsets.UTF_8)))
        .containsExactly("quai", "site-75");
    assertThat(
            List.of("", "quai", "06-39-98-12-34:1", "0639981234:1", "a b:1", "x".repeat(64) + ":"))
        .extracting(key -> FailureDesk.site(key.getBytes(StandardCharsets.UTF_8)))
        .containsOnly(FailureDesk.NO_SITE);
    assertThat(FailureDesk.site(null)).isEqualTo(FailureDesk.NO_SITE);
  }
}
