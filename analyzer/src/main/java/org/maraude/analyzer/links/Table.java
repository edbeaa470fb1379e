package org.maraude.analyzer.links;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Values by key. All the links know of where their state lives. Not thread safe: one writer owns a
 * state at a time.
 */
public interface Table<K, V> {

  @Nullable V get(K key);

  void put(K key, V value);

  void delete(K key);

  /** Every entry, in no order; the table may be changed meanwhile by its caller only afterwards. */
  void forEach(BiConsumer<K, V> taker);
}
