package org.maraude.analyzer.links.stored;

import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.maraude.analyzer.links.AdTrace;
import org.maraude.analyzer.links.LinkState;
import org.maraude.analyzer.links.Table;
import org.maraude.analyzer.links.Touched;
import org.maraude.analyzer.links.advertiser.Member;
import org.maraude.analyzer.links.profile.Profile;
import org.maraude.analyzer.links.stored.StoredTable.Keys;
import org.maraude.analyzer.links.template.Shape;
import org.maraude.analyzer.links.template.SiteTexts;
import org.maraude.analyzer.links.template.TemplateGroup;
import org.maraude.analyzer.links.template.TemplateNode;

/**
 * State in a store of Kafka Streams, which keeps it in its changelog too. Holds a bounded part of
 * it unpacked. Not thread safe.
 */
final class StoredLinkState implements LinkState {

  /** Of each table, in ads or values about as large. */
  private static final int UNPACKED = 20_000;

  private final Table<String, AdTrace> ads;
  private final Table<String, Profile> contacts;
  private final Table<String, Member> members;
  private final Table<Long, Shape> shapes;
  private final Table<Long, List<Long>> bands;
  private final Table<Long, TemplateNode> forest;
  private final Table<Long, TemplateGroup> groups;
  private final Table<String, SiteTexts> sites;

  StoredLinkState(KeyValueStore<Bytes, byte[]> store, Touched touched) {
    ads = table(store, 'A', Keys.TEXT, Packing.TRACE);
    contacts =
        new Touched.Watched<>(
            new StoredTable<>(
                store,
                'B',
                Keys.TEXT,
                Packing.PROFILE,
                profile -> 1 + profile.sightings().size(),
                2 * UNPACKED),
            profile -> profile,
            touched,
            Touched::contact);
    members = table(store, 'C', Keys.TEXT, Packing.MEMBER);
    shapes = table(store, 'D', Keys.NUMBER, Packing.SHAPE);
    bands = new StoredTable<>(store, 'E', Keys.NUMBER, Packing.SHAPES, here -> 1, 4 * UNPACKED);
    forest = table(store, 'F', Keys.NUMBER, Packing.NODE);
    groups =
        new Touched.Watched<>(
            new StoredTable<>(
                store,
                'G',
                Keys.NUMBER,
                Packing.GROUP,
                group -> 1 + group.ads().sightings().size(),
                2 * UNPACKED),
            TemplateGroup::ads,
            touched,
            Touched::text);
    sites = new StoredSites(store);
  }

  private static <K, V> Table<K, V> table(
      KeyValueStore<Bytes, byte[]> store, char name, Keys<K> keys, Packing<V> packing) {
    return new StoredTable<>(store, name, keys, packing, value -> 1, UNPACKED);
  }

  @Override
  public Table<String, AdTrace> ads() {
    return ads;
  }

  @Override
  public Table<String, Profile> contacts() {
    return contacts;
  }

  @Override
  public Table<String, Member> members() {
    return members;
  }

  @Override
  public Table<Long, Shape> shapes() {
    return shapes;
  }

  @Override
  public Table<Long, List<Long>> bands() {
    return bands;
  }

  @Override
  public Table<Long, TemplateNode> forest() {
    return forest;
  }

  @Override
  public Table<Long, TemplateGroup> groups() {
    return groups;
  }

  @Override
  public Table<String, SiteTexts> sites() {
    return sites;
  }
}
