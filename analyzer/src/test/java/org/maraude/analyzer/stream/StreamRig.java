package org.maraude.analyzer.stream;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.maraude.analyzer.Ads;
import org.maraude.analyzer.assess.AdReader;
import org.maraude.analyzer.assess.Assessor;
import org.maraude.analyzer.meters.AnalyzerMeters;
import org.maraude.analyzer.rules.RuleFile;
import org.maraude.analyzer.rules.RuleFiles;
import org.maraude.contacts.KeyFolder;
import org.maraude.events.Event;
import org.maraude.events.EventJson;
import org.maraude.events.Topic;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.assessment.Assessment;
import org.maraude.events.rules.RuleSetPart;

/** The topology in a driver, with the program's rules and a clock that a test moves. */
final class StreamRig implements AutoCloseable {

  private static final AdReader READER = AdReader.create();

  final MovingClock clock;
  final KeyFolder keys;
  private final RuleBook book;
  private final TopologyTestDriver driver;

  StreamRig(Path folder, MovingClock clock) {
    this(folder, clock, new LinkTrouble());
  }

  /** One that knows what another failed on, as after a transaction that was broken off. */
  StreamRig(Path folder, MovingClock clock, LinkTrouble trouble) {
    this.clock = clock;
    this.keys =
        KeyFolder.openOrCreate(folder.resolve("keys"), Clock.fixed(Ads.NOON, ZoneOffset.UTC));
    var meters = AnalyzerMeters.unread();
    this.book = new RuleBook(READER, Duration.ZERO, meters);
    var parts =
        new AnalyzerParts(
            new Assessor(READER, keys.tokens(), keys.sealer()),
            book,
            new FailureDesk(clock, meters),
            trouble,
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

  void tellRules(String stamp, List<RuleFile> files) {
    for (var file : files) {
      var part = new RuleSetPart(stamp, file.name(), files.size(), file.yaml(), Ads.NOON);
      tell(Topic.RULES, file.name(), part);
    }
  }

  void tell(Topic topic, String key, Event event) {
    driver
        .createInputTopic(topic.topicName(), new StringSerializer(), new ByteArraySerializer())
        .pipeInput(key, EventJson.write(event));
  }

  void observe(ObservedAd ad) {
    tell(Topic.ADS_OBSERVED, ad.adId(), ad);
  }

  /** Lets time pass in one go, as if nothing came meanwhile. */
  void pass(Duration time) {
    clock.pass(time);
    driver.advanceWallClockTime(time);
  }

  /** Until whatever waits has been looked at. */
  void rest() {
    for (int i = 0; i < 20; i++) {
      pass(Duration.ofSeconds(1));
    }
  }

  List<TestRecord<String, byte[]>> out(Topic topic) {
    return driver
        .createOutputTopic(topic.topicName(), new StringDeserializer(), new ByteArrayDeserializer())
        .readRecordsToList();
  }

  /** What was told since the last time; what was taken back is left out. */
  List<Assessment> assessed() {
    return out(Topic.ADS_ASSESSED).stream()
        .filter(record -> record.value() != null)
        .map(record -> EventJson.read(record.value(), Assessment.class))
        .toList();
  }

  /** All that the links' store holds, as text where it is text. */
  List<String> stored() {
    var all = new ArrayList<String>();
    KeyValueStore<Bytes, byte[]> store = driver.getKeyValueStore(LinkProcessor.STORE);
    try (var entries = store.all()) {
      entries.forEachRemaining(entry ->
          all.add(
              new String(entry.key.get(), StandardCharsets.UTF_8)
                  + new String(entry.value, StandardCharsets.UTF_8)));
    }
    return all;
  }

  /** Makes what the links remember of an ad unreadable. */
  void damage(String adId) {
    KeyValueStore<Bytes, byte[]> store = driver.getKeyValueStore(LinkProcessor.STORE);
    store.put(Bytes.wrap(("A" + adId).getBytes(StandardCharsets.UTF_8)), new byte[] {99});
  }

  List<TestRecord<String, byte[]>> deadLetters(Topic topic) {
    return driver
        .createOutputTopic(
            topic.deadLetterName(), new StringDeserializer(), new ByteArrayDeserializer())
        .readRecordsToList();
  }

  @Override
  public void close() {
    driver.close();
    book.close();
  }
}
