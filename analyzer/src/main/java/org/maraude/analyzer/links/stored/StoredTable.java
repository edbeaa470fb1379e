package org.maraude.analyzer.links.stored;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.links.Table;

/**
 * A table in a part of a store. Writes go through at once; what was used last stays unpacked, up to
 * a weight. Not thread safe.
 */
public final class StoredTable<K, V> implements Table<K, V> {

  /** How a key stands in the store behind the table's own byte. */
  record Keys<K>(Function<K, byte[]> writing, Function<ByteBuffer, K> reading) {

    static final Keys<String> TEXT =
        new Keys<>(
            key -> key.getBytes(StandardCharsets.UTF_8),
            rest -> StandardCharsets.UTF_8.decode(rest).toString());

    static final Keys<Long> NUMBER =
        new Keys<>(
            key -> ByteBuffer.allocate(Long.BYTES).putLong(key).array(), ByteBuffer::getLong);
  }

  private final KeyValueStore<Bytes, byte[]> store;
  private final byte table;
  private final Keys<K> keys;
  private final Packing<V> packing;
  private final ToIntFunction<V> weighing;
  private final int most;
  private final LinkedHashMap<K, V> recent = new LinkedHashMap<>(16, 0.75f, true);
  private long weight;

  /**
   * @param table told apart from others by its byte
   * @param most the weight of all values that stay unpacked
   */
  StoredTable(
      KeyValueStore<Bytes, byte[]> store,
      char table,
      Keys<K> keys,
      Packing<V> packing,
      ToIntFunction<V> weighing,
      int most) {
    this.store = store;
    this.table = (byte) table;
    this.keys = keys;
    this.packing = packing;
    this.weighing = weighing;
    this.most = most;
  }

  private Bytes key(K key) {
    byte[] rest = keys.writing().apply(key);
    byte[] whole = new byte[rest.length + 1];
    whole[0] = table;
    System.arraycopy(rest, 0, whole, 1, rest.length);
    return Bytes.wrap(whole);
  }

  @Override
  public @Nullable V get(K key) {
    var known = recent.get(key);
    if (known != null) {
      return known;
    }
    byte[] packed = store.get(key(key));
    if (packed == null) {
      return null;
    }
    var value = packing.unpack(packed);
    keep(key, value);
    return value;
  }

  @Override
  public void put(K key, V value) {
    store.put(key(key), packing.pack(value));
    keep(key, value);
  }

  @Override
  public void delete(K key) {
    store.delete(key(key));
    drop(recent.remove(key));
  }

  /** Where {@link #some} begins so that a key and what follows it is read. */
  public Bytes from(K key) {
    return key(key);
  }

  private void keep(K key, V value) {
    weight += weighing.applyAsInt(value);
    drop(recent.put(key, value));
    Iterator<Map.Entry<K, V>> oldest = recent.entrySet().iterator();
    while (weight > most && recent.size() > 1) {
      weight -= weighing.applyAsInt(oldest.next().getValue());
      oldest.remove();
    }
  }

  private void drop(@Nullable V value) {
    if (value != null) {
      weight -= weighing.applyAsInt(value);
    }
  }

  @Override
  public void forEach(BiConsumer<K, V> taker) {
    some(null, Integer.MAX_VALUE, taker);
  }

  /**
   * Some entries, in the order of their keys as bytes.
   *
   * @param from where an earlier call ended; null for the beginning
   * @return where the next call begins; null at the end
   */
  public @Nullable Bytes some(@Nullable Bytes from, int atMost, BiConsumer<K, V> taker) {
    var first = from == null ? Bytes.wrap(new byte[] {table}) : from;
    var end = Bytes.wrap(new byte[] {(byte) (table + 1)});
    try (var entries = store.range(first, end)) {
      for (int i = 0; entries.hasNext(); i++) {
        var entry = entries.next();
        byte[] key = entry.key.get();
        if (key[0] != table) {
          return null;
        }
        if (i == atMost) {
          return entry.key;
        }
        taker.accept(
            keys.reading().apply(ByteBuffer.wrap(key, 1, key.length - 1)),
            packing.unpack(entry.value));
      }
    }
    return null;
  }
}
