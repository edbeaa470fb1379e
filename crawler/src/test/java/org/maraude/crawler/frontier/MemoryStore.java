package org.maraude.crawler.frontier;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.maraude.events.Event;
import org.maraude.events.EventJson;

/**
 * A store in memory, for tests that run thousands of frontiers. Its order is that of the real one
 * as long as keys are ASCII.
 */
final class MemoryStore<V> implements KeyValueStore<String, V> {

  private final NavigableMap<String, V> values = new TreeMap<>();
  private final UnaryOperator<V> copy;

  private MemoryStore(UnaryOperator<V> copy) {
    this.copy = copy;
  }

  static <V extends Event> MemoryStore<V> of(Class<V> type) {
    return new MemoryStore<>(value -> EventJson.read(EventJson.write(value), type));
  }

  static MemoryStore<byte[]> ofBytes() {
    return new MemoryStore<>(byte[]::clone);
  }

  /** As after a move to another instance: every value has been written and read. */
  void move() {
    values.replaceAll((key, value) -> copy.apply(value));
  }

  @Override
  public @Nullable V get(String key) {
    return values.get(key);
  }

  @Override
  public void put(String key, V value) {
    values.put(key, value);
  }

  @Override
  public @Nullable V putIfAbsent(String key, V value) {
    return values.putIfAbsent(key, value);
  }

  @Override
  public void putAll(List<KeyValue<String, V>> entries) {
    entries.forEach(entry -> values.put(entry.key, entry.value));
  }

  @Override
  public @Nullable V delete(String key) {
    return values.remove(key);
  }

  @Override
  public KeyValueIterator<String, V> range(String from, String to) {
    return new Entries<>(values.subMap(from, true, to, true).entrySet().iterator());
  }

  @Override
  public KeyValueIterator<String, V> all() {
    return new Entries<>(Map.copyOf(values).entrySet().iterator());
  }

  @Override
  public long approximateNumEntries() {
    return values.size();
  }

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public void init(StateStoreContext context, StateStore root) {
    // Nothing to open.
  }

  @Override
  public void close() {
    // Nothing to close.
  }

  @Override
  public boolean persistent() {
    return false;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  private record Entries<V>(Iterator<Map.Entry<String, V>> from)
      implements KeyValueIterator<String, V> {

    @Override
    public boolean hasNext() {
      return from.hasNext();
    }

    @Override
    public KeyValue<String, V> next() {
      var entry = from.next();
      return KeyValue.pair(entry.getKey(), entry.getValue());
    }

    @Override
    public String peekNextKey() {
      throw new UnsupportedOperationException("the frontier never peeks");
    }

    @Override
    public void close() {
      // Nothing to close.
    }
  }
}
