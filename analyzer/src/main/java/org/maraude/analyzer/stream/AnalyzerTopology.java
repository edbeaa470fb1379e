package org.maraude.analyzer.stream;

import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.Stores;
import org.maraude.events.EventSerde;
import org.maraude.events.Topic;
import org.maraude.events.volume.AdVolume;

/** Which record goes where. Every node is named; the description is kept as a golden file. */
public final class AnalyzerTopology {

  private static final Serde<byte[]> BYTES = Serdes.ByteArray();
  private static final String RULES_STORE = "rules";

  /** The topics that are read record by record. */
  public static final List<Topic> READ =
      List.of(Topic.ADS_OBSERVED, Topic.ADS_SEEN, Topic.ADS_GONE, Topic.ERASURES);

  private AnalyzerTopology() {}

  public static Topology of(AnalyzerParts parts) {
    var builder = new StreamsBuilder();
    builder.addStateStore(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(AdProcessor.STORE),
            Serdes.String(),
            EventSerde.of(AdHistory.class)));
    builder.addStateStore(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(AdProcessor.EARLY_STORE),
            Serdes.String(),
            EventSerde.of(EarlyNews.class)));
    builder.addStateStore(
        Stores.timestampedKeyValueStoreBuilder(
            Stores.persistentTimestampedKeyValueStore(VolumeProcessor.STORE),
            Serdes.String(),
            EventSerde.of(AdVolume.class)));
    builder.addStateStore(
        Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(LinkProcessor.STORE), Serdes.Bytes(), BYTES)
            .withCachingDisabled());
    ProcessorSupplier<byte[], byte[], byte[], Outcome> ads = () -> new AdProcessor(parts);
    var topics = READ.stream().map(Topic::topicName).toList();
    builder.stream(topics, Consumed.with(BYTES, BYTES).withName("told-of-ads"))
        .process(ads, Named.as("assess"), AdProcessor.STORE, AdProcessor.EARLY_STORE)
        .split(Named.as("is-"))
        .branch(
            (key, outcome) -> outcome instanceof Outcome.ForLinks,
            Branched.withConsumer(outcomes -> link(outcomes, parts), "for-links"))
        .branch(
            (key, outcome) -> outcome instanceof Outcome.Counted,
            Branched.withConsumer(outcomes -> count(outcomes, parts.clock()), "counted"))
        .branch(
            (key, outcome) -> outcome instanceof Outcome.Refused,
            Branched.withConsumer(AnalyzerTopology::refuse, "refused"));
    return withRules(builder.build(), parts.book());
  }

  /** One partition, because what is linked knows no partition. */
  private static void link(KStream<byte[], Outcome> outcomes, AnalyzerParts parts) {
    ProcessorSupplier<byte[], byte[], byte[], Outcome> links = () -> new LinkProcessor(parts);
    outcomes
        .flatMapValues(
            outcome -> outcome instanceof Outcome.ForLinks each ? List.of(each.json()) : List.of(),
            Named.as("news"))
        .repartition(
            Repartitioned.<byte[], byte[]>as("link-news")
                .withKeySerde(BYTES)
                .withValueSerde(BYTES)
                .withNumberOfPartitions(1))
        .process(links, Named.as("link"), LinkProcessor.STORE)
        .split(Named.as("has-"))
        .branch(
            (key, outcome) -> outcome instanceof Outcome.Assessed,
            Branched.withConsumer(AnalyzerTopology::publish, "assessed"))
        .branch(
            (key, outcome) -> outcome instanceof Outcome.Merged,
            Branched.withConsumer(AnalyzerTopology::merge, "merged"))
        .branch(
            (key, outcome) -> outcome instanceof Outcome.Refused,
            Branched.withConsumer(AnalyzerTopology::leaveOut, "left-out"));
  }

  private static void merge(KStream<byte[], Outcome> outcomes) {
    outcomes
        .mapValues(
            outcome -> outcome instanceof Outcome.Merged merged ? merged.json() : null,
            Named.as("other-id"))
        .to(
            Topic.ADVERTISERS_MERGED.topicName(),
            Produced.with(BYTES, BYTES).withName("publish-other-id"));
  }

  private static void publish(KStream<byte[], Outcome> outcomes) {
    outcomes
        .mapValues(
            outcome -> outcome instanceof Outcome.Assessed assessed ? assessed.json() : null,
            Named.as("assessment"))
        .to(
            Topic.ADS_ASSESSED.topicName(),
            Produced.with(BYTES, BYTES).withName("publish-assessment"));
  }

  private static void count(KStream<byte[], Outcome> outcomes, InstantSource clock) {
    ProcessorSupplier<String, AdVolume, String, AdVolume> sums = () -> new VolumeProcessor(clock);
    outcomes
        .flatMap(
            (key, outcome) ->
                outcome instanceof Outcome.Counted counted
                    ? List.of(KeyValue.pair(counted.change().key(), counted.change()))
                    : List.of(),
            Named.as("by-advertiser-and-day"))
        .repartition(
            Repartitioned.<String, AdVolume>as("volume-changes")
                .withKeySerde(Serdes.String())
                .withValueSerde(EventSerde.of(AdVolume.class)))
        .process(sums, Named.as("add-up"), VolumeProcessor.STORE)
        .to(
            Topic.ADS_VOLUME.topicName(),
            Produced.with(Serdes.String(), EventSerde.of(AdVolume.class))
                .withName("publish-volume"));
  }

  /** An ad that was told without its links: somebody should look why. */
  private static void leaveOut(KStream<byte[], Outcome> outcomes) {
    outcomes
        .mapValues(
            outcome -> outcome instanceof Outcome.Refused refused ? refused.value() : null,
            Named.as("unlinked"))
        .to(
            Topic.ADS_OBSERVED.deadLetterName(),
            Produced.with(BYTES, BYTES).withName("dead-letters-of-links"));
  }

  private static void refuse(KStream<byte[], Outcome> outcomes) {
    outcomes
        .mapValues(
            outcome -> outcome instanceof Outcome.Refused refused ? refused.value() : null,
            Named.as("as-it-came"))
        .to(new DeadLetters(), Produced.with(BYTES, BYTES).withName("dead-letters"));
  }

  /** The rules are read whole before the first ad: a global source starts before all others. */
  private static Topology withRules(Topology topology, RuleBook book) {
    return topology.addGlobalStore(
        Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(RULES_STORE), BYTES, BYTES)
            .withLoggingDisabled()
            .withCachingDisabled(),
        "rules-told",
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer(),
        Topic.RULES.topicName(),
        "take-rules",
        () -> new RuleIntake(book));
  }
}
