package org.maraude.crawler.frontier;

import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;
import org.maraude.events.EventSerde;
import org.maraude.events.Topic;

/** Wires the frontier: sources as bytes, so that what cannot be read becomes a dead letter. */
public final class FrontierTopology {

  static final String PERMITS = "permits-out";
  static final String OBSERVED = "ads-observed-out";
  static final String SEEN = "ads-seen-out";
  static final String GONE = "ads-gone-out";
  static final String STATUS = "status-out";
  static final String COVERAGE = "coverage-out";
  static final String DEAD_LETTERS = "dead-letters-out";
  static final String CONTROL_STORE = "control";
  private static final String FRONTIER = "frontier";

  private FrontierTopology() {}

  public static Topology build(FrontierSettings settings) {
    var topology = new Topology();
    source(topology, "discovered-in", Topic.CRAWL_DISCOVERED);
    source(topology, "results-in", Topic.CRAWL_RESULTS);
    topology.addProcessor(
        FRONTIER, FrontierProcessor.supplier(settings), "discovered-in", "results-in");
    sink(topology, PERMITS, Topic.CRAWL_PERMITS);
    sink(topology, OBSERVED, Topic.ADS_OBSERVED);
    sink(topology, SEEN, Topic.ADS_SEEN);
    sink(topology, GONE, Topic.ADS_GONE);
    sink(topology, STATUS, Topic.CRAWL_STATUS);
    sink(topology, COVERAGE, Topic.CRAWL_COVERAGE);
    topology.addSink(
        DEAD_LETTERS,
        (key, value, context) -> context.topic() + ".dead-letter",
        new ByteArraySerializer(),
        new ByteArraySerializer(),
        FRONTIER);
    topology.addGlobalStore(
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(CONTROL_STORE), Serdes.String(), Serdes.ByteArray())
            .withLoggingDisabled(),
        "control-in",
        new StringDeserializer(),
        new ByteArrayDeserializer(),
        Topic.CRAWL_CONTROL.topicName(),
        "control-keeper",
        ControlKeeper::new);
    return topology;
  }

  private static void source(Topology topology, String name, Topic topic) {
    topology.addSource(
        AutoOffsetReset.earliest(),
        name,
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer(),
        topic.topicName());
  }

  private static void sink(Topology topology, String name, Topic topic) {
    topology.addSink(
        name, topic.topicName(), new StringSerializer(), EventSerde.serializer(), FRONTIER);
  }
}
