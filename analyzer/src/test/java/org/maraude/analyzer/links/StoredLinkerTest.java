package org.maraude.analyzer.links;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.analyzer.links.advertiser.Member;
import org.maraude.analyzer.links.profile.Profile;
import org.maraude.analyzer.links.stored.LinkStore;
import org.maraude.analyzer.links.template.Shape;
import org.maraude.analyzer.links.template.SiteTexts;
import org.maraude.analyzer.links.template.TemplateGroup;
import org.maraude.analyzer.links.template.TemplateNode;

/** Everything is packed and read back: each call meets a state that holds nothing unpacked. */
class StoredLinkerTest extends LinkerContract {

  private static final Touched NOBODY =
      new Touched() {
        @Override
        public void contact(String token) {}

        @Override
        public void text(long root) {}

        @Override
        public void ad(String adId) {}
      };

  @TempDir static Path folder;
  private static TopologyTestDriver driver;

  @BeforeAll
  static void open() {
    var topology = new Topology();
    var bytes = new ByteArrayDeserializer();
    topology.addSource("in", bytes, bytes, "in");
    topology.addProcessor("take", StoredLinkerTest::nothing, "in");
    topology.addStateStore(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore("links"), Serdes.Bytes(), Serdes.ByteArray()),
        "take");
    var settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
    driver = new TopologyTestDriver(topology, settings);
  }

  private static Processor<byte[], byte[], byte[], byte[]> nothing() {
    return new Processor<>() {
      @Override
      public void process(Record<byte[], byte[]> record) {}
    };
  }

  @AfterAll
  static void close() {
    driver.close();
  }

  @Override
  LinkState state() {
    KeyValueStore<Bytes, byte[]> store = driver.getKeyValueStore("links");
    try (var all = store.all()) {
      all.forEachRemaining(entry -> store.delete(entry.key));
    }
    return new ForgetfulState(store);
  }

  private record ForgetfulState(KeyValueStore<Bytes, byte[]> store) implements LinkState {

    private LinkState anew() {
      return new LinkStore(store).links(NOBODY);
    }

    @Override
    public Table<String, AdTrace> ads() {
      return anew().ads();
    }

    @Override
    public Table<String, Profile> contacts() {
      return anew().contacts();
    }

    @Override
    public Table<String, Member> members() {
      return anew().members();
    }

    @Override
    public Table<Long, Shape> shapes() {
      return anew().shapes();
    }

    @Override
    public Table<Long, List<Long>> bands() {
      return anew().bands();
    }

    @Override
    public Table<Long, TemplateNode> forest() {
      return anew().forest();
    }

    @Override
    public Table<Long, TemplateGroup> groups() {
      return anew().groups();
    }

    @Override
    public Table<String, SiteTexts> sites() {
      return anew().sites();
    }
  }
}
