package org.maraude.analyzer.links.stored;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.links.Table;
import org.maraude.analyzer.links.stored.StoredTable.Keys;
import org.maraude.analyzer.links.template.SiteTexts;

/**
 * What is learnt of sites, a sample an entry: a young site learns from every ad, and all samples
 * together are larger than a hundred ads. Stays unpacked, because there are few sites. Not thread
 * safe.
 */
final class StoredSites implements Table<String, SiteTexts> {

  private static final int FEW = 1_000;

  /** Where a sample stands. */
  private record Place(String site, long key) {}

  /** A site's id holds no zero byte, so no site's places lie among another's. */
  private static final Keys<Place> PLACES =
      new Keys<>(
          place -> {
            byte[] site = place.site().getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.allocate(site.length + 1 + Long.BYTES)
                .put(site)
                .put((byte) 0)
                .putLong(place.key())
                .array();
          },
          rest -> {
            byte[] site = new byte[rest.remaining() - 1 - Long.BYTES];
            rest.get(site);
            rest.get();
            return new Place(new String(site, StandardCharsets.UTF_8), rest.getLong());
          });

  private final StoredTable<String, SiteTexts> heads;
  private final StoredTable<Place, SiteTexts.Sample> samples;
  private final Map<String, SiteTexts> known = new HashMap<>();

  /**
   * Uses the key beginnings {@code I} and {@code J}. What an earlier program kept in one piece
   * under {@code H} goes: it is learnt anew, and nobody would erase contacts there.
   */
  StoredSites(KeyValueStore<Bytes, byte[]> store) {
    var whole =
        new StoredTable<String, Boolean>(store, 'H', Keys.TEXT, Packing.IGNORED, site -> 1, 0);
    var over = new ArrayList<String>();
    whole.forEach((site, ignored) -> over.add(site));
    over.forEach(whole::delete);
    heads = new StoredTable<>(store, 'J', Keys.TEXT, Packing.SITE, site -> 1, FEW);
    samples = new StoredTable<>(store, 'I', PLACES, Packing.SAMPLE, sample -> 1, 0);
    Map<String, List<SiteTexts.Sample>> bySite = new HashMap<>();
    samples.forEach((place, sample) ->
        bySite.computeIfAbsent(place.site(), site -> new ArrayList<>()).add(sample));
    heads.forEach(
        (site, head) -> known.put(site, head.sampledBy(bySite.getOrDefault(site, List.of()))));
  }

  @Override
  public @Nullable SiteTexts get(String site) {
    return known.get(site);
  }

  @Override
  public void put(String site, SiteTexts value) {
    var before = known.put(site, value);
    Map<Long, SiteTexts.Sample> gone = new HashMap<>();
    if (before != null) {
      before.samples().forEach(sample -> gone.put(sample.key(), sample));
    }
    for (var sample : value.samples()) {
      // What is equal was written as well; looking deeper would cost more than writing it again.
      if (gone.remove(sample.key()) != sample) {
        samples.put(new Place(site, sample.key()), sample);
      }
    }
    gone.keySet().forEach(key -> samples.delete(new Place(site, key)));
    if (before == null || !value.saysAs(before)) {
      heads.put(site, value.sampledBy(List.of()));
    }
  }

  @Override
  public void delete(String site) {
    var before = known.remove(site);
    if (before != null) {
      before.samples().forEach(sample -> samples.delete(new Place(site, sample.key())));
      heads.delete(site);
    }
  }

  @Override
  public void forEach(BiConsumer<String, SiteTexts> taker) {
    known.forEach(taker);
  }
}
