package org.maraude.analyzer.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.analyzer.Ads;
import org.maraude.analyzer.assess.AdReader;
import org.maraude.analyzer.assess.Assessor;
import org.maraude.analyzer.meters.AnalyzerMeters;
import org.maraude.analyzer.rules.RuleFile;
import org.maraude.analyzer.rules.RuleFiles;
import org.maraude.contacts.KeyFolder;
import org.maraude.events.DeadLetter;
import org.maraude.events.Event;
import org.maraude.events.EventJson;
import org.maraude.events.Topic;
import org.maraude.events.ads.AdGone;
import org.maraude.events.ads.AdSeen;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.assessment.Assessment;
import org.maraude.events.assessment.Queue;
import org.maraude.events.rules.RuleSetPart;
import org.maraude.events.volume.AdVolume;

class AnalyzerTopologyTest {

  private static final AdReader READER = AdReader.create();

  @TempDir Path folder;
  private RuleBook book;
  private StreamProgress progress;
  private TopologyTestDriver driver;

  @BeforeEach
  void start() {
    book = new RuleBook(READER, Duration.ZERO, AnalyzerMeters.unread());
    progress = new StreamProgress();
    var settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.resolve("state").toString());
    settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    driver = new TopologyTestDriver(AnalyzerTopology.of(parts()), settings);
  }

  @AfterEach
  void stop() {
    driver.close();
    book.close();
  }

  private void tellRules(String stamp, List<RuleFile> files) {
    for (var file : files) {
      tellPart(stamp, file, files.size());
    }
  }

  private void tellPart(String stamp, RuleFile file, int parts) {
    var part = new RuleSetPart(stamp, file.name(), parts, file.yaml(), Ads.NOON);
    pipe(Topic.RULES, file.name(), EventJson.write(part));
  }

  private void pipe(Topic topic, String key, byte[] value) {
    driver
        .createInputTopic(topic.topicName(), new StringSerializer(), new ByteArraySerializer())
        .pipeInput(key, value);
  }

  private void tell(Topic topic, String key, Event event) {
    pipe(topic, key, EventJson.write(event));
  }

  private void observe(ObservedAd ad) {
    tell(Topic.ADS_OBSERVED, ad.adId(), ad);
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

  private final Map<String, AdVolume> counted = new HashMap<>();

  private List<AdVolume> volumes() {
    for (var record : out(Topic.ADS_VOLUME.topicName())) {
      counted.put(record.key(), EventJson.read(record.value(), AdVolume.class));
    }
    return List.copyOf(counted.values());
  }

  @Test
  void nothingIsAssessedBeforeTheFirstFullRuleSet() {
    var files = RuleFiles.builtIn();
    files.stream().skip(1).forEach(file -> tellPart("one", file, files.size()));
    assertThatThrownBy(() -> observe(Ads.ad("1", "Bonjour")))
        .hasStackTraceContaining("nothing is assessed before");
    tellPart("one", files.getFirst(), files.size());
    observe(Ads.ad("1", "Bonjour"));
    assertThat(assessed()).extracting(Assessment::adId).containsExactly("demo:1");
  }

  @Test
  void aReplayChangesNothing() {
    tellRules("one", RuleFiles.builtIn());
    var first = Ads.ad("1", "Bonjour. Tél 06 39 98 12 34");
    var changed = Ads.ad("1", "Annonce", "Bonsoir", Ads.NOON.plusSeconds(60), null);
    observe(first);
    observe(changed);
    var before = volumes();
    assertThat(assessed()).extracting(Assessment::revision).containsExactly(1, 2);
    observe(first);
    observe(changed);
    assertThat(assessed()).isEmpty();
    assertThat(volumes()).isEqualTo(before);
    assertThat(before)
        .singleElement()
        .matches(volume -> volume.newAds() == 1 && volume.live() == 1);
  }

  @Test
  void otherRulesBringANewRevisionWhenTheAdIsReadAgain() {
    var files = RuleFiles.builtIn();
    tellRules("one", files);
    observe(Ads.ad("1", "Bonjour"));
    var other = new ArrayList<>(files);
    other.replaceAll(file -> new RuleFile(file.name(), file.yaml() + "# another remark\n"));
    tellRules("two", other);
    observe(Ads.ad("1", "Bonjour"));
    var assessed = assessed();
    assertThat(assessed).extracting(Assessment::revision).containsExactly(1, 2);
    assertThat(assessed.get(0).ruleset()).isNotEqualTo(assessed.get(1).ruleset());
  }

  @Test
  void aRuleSetThatCannotBeUsedLeavesTheEarlierOneInPlace() {
    tellRules("one", RuleFiles.builtIn());
    tellRules("broken", List.of(new RuleFile("scoring.yaml", "version: none")));
    pipe(Topic.RULES, "age.yaml", "no json".getBytes(StandardCharsets.UTF_8));
    observe(Ads.ad("1", "Bonjour, j'ai 16 ans."));
    assertThat(assessed()).extracting(Assessment::queue).containsExactly(Queue.MINOR);
  }

  @Test
  void poisonGoesToTheDeadLettersWithItsReasonAndTheFlowGoesOn() {
    tellRules("one", RuleFiles.builtIn());
    var good = new String(EventJson.write(Ads.ad("1", "Bonjour")), StandardCharsets.UTF_8);
    var poison =
        List.of(
            "".getBytes(StandardCharsets.UTF_8),
            "{".getBytes(StandardCharsets.UTF_8),
            "[1]".getBytes(StandardCharsets.UTF_8),
            new byte[] {'{', (byte) 0xFF, (byte) 0xFE, '}'},
            good.replace("\"schema\":1", "\"schema\":99").getBytes(StandardCharsets.UTF_8),
            good.replace("demo:1", "demo:2").getBytes(StandardCharsets.UTF_8),
            good.replace("title", "tilte").getBytes(StandardCharsets.UTF_8));
    poison.forEach(bytes -> pipe(Topic.ADS_OBSERVED, "demo:1", bytes));
    observe(Ads.ad("1", "Bonjour"));

    var letters = out(Topic.ADS_OBSERVED.deadLetterName());
    assertThat(letters).hasSameSizeAs(poison);
    for (int i = 0; i < letters.size(); i++) {
      assertThat(letters.get(i).value()).isEqualTo(poison.get(i));
      var reason =
          new String(
              letters.get(i).headers().lastHeader(DeadLetter.REASON).value(),
              StandardCharsets.UTF_8);
      assertThat(reason).isNotBlank().doesNotContain("Bonjour");
      assertThat(letters.get(i).headers().lastHeader(DeadLetter.OFFSET).value())
          .isEqualTo(Integer.toString(i).getBytes(StandardCharsets.UTF_8));
    }
    assertThat(assessed()).hasSize(1);
    assertThat(progress.refusedCount()).isEqualTo(poison.size());
  }

  @Test
  void aNewAdCountsOnTheDayItWasPostedAndGoesOnTheLastDayItWasThere() {
    tellRules("one", RuleFiles.builtIn());
    var posted = Ads.NOON.minus(Duration.ofDays(100));
    observe(Ads.ad("1", "Annonce", "Bonjour. Tél 06 39 98 12 34", Ads.NOON, posted));
    observe(Ads.ad("2", "Annonce", "Autre. Tél 06 39 98 12 34", Ads.NOON, posted));
    var tomorrow = Ads.NOON.plus(Duration.ofDays(1));
    tell(Topic.ADS_SEEN, "demo:1", new AdSeen("demo:1", "demo", tomorrow));
    var gone = new AdGone("demo:2", "demo", Ads.NOON, Ads.NOON, Ads.NOON.plus(Duration.ofHours(3)));
    tell(Topic.ADS_GONE, "demo:2", gone);
    tell(Topic.ADS_GONE, "demo:2", gone);
    tell(Topic.ADS_GONE, "demo:9", new AdGone("demo:9", "demo", Ads.NOON, Ads.NOON, tomorrow));

    var volumes = volumes();
    assertThat(volumes)
        .extracting(AdVolume::advertiser)
        .containsOnly(volumes.getFirst().advertiser());
    assertThat(on(volumes, "2026-08-12")).matches(day -> day.newAds() == 2 && day.live() == 0);
    assertThat(on(volumes, "2026-11-20")).matches(day -> day.live() == 2 && day.gone() == 1);
    assertThat(on(volumes, "2026-11-21")).matches(day -> day.live() == 1 && day.newAds() == 0);
    assertThat(volumes).hasSize(3).allMatch(volume -> volume.departement().equals("75"));
  }

  private static AdVolume on(List<AdVolume> volumes, String day) {
    return volumes.stream()
        .filter(volume -> volume.day().toString().equals(day))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theTopologyIsAsDescribed() throws IOException {
    try (var golden = getClass().getResourceAsStream("topology.txt")) {
      assertThat(AnalyzerTopology.of(parts()).describe().toString().strip())
          .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8).strip());
    }
  }

  private AnalyzerParts parts() {
    var clock = Clock.fixed(Ads.NOON, ZoneOffset.UTC);
    var keys = KeyFolder.openOrCreate(folder.resolve("keys"), clock);
    var meters = AnalyzerMeters.unread();
    return new AnalyzerParts(
        new Assessor(READER, keys.tokens(), keys.sealer()),
        book,
        new FailureDesk(clock, meters),
        new LinkTrouble(),
        progress,
        meters,
        1,
        clock);
  }
}
