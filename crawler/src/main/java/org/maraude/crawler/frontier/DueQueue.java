package org.maraude.crawler.frontier;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The pages to ask, ordered by politeness key, site, lane and time. Only ever read from the front.
 */
final class DueQueue {

  /** One planned visit. */
  record Entry(String prefix, Instant at, String url) {

    String storeKey() {
      return prefix + digits(at.toEpochMilli()) + SEPARATOR + url;
    }
  }

  private static final char SEPARATOR = '\u0001';
  private static final char LAST_CHARACTER = '\uffff';
  private static final long LAST_MILLI = 9_999_999_999_999L;
  private static final byte[] PRESENT = {1};

  private final KeyValueStore<String, byte[]> store;

  // RocksDB walks over what was deleted at the front; this remembers how far that goes.
  private final Map<String, Long> emptyBefore = new HashMap<>();

  DueQueue(KeyValueStore<String, byte[]> store) {
    this.store = store;
  }

  void add(String key, String siteId, Lane lane, Instant at, String url) {
    var entry = new Entry(prefix(key, siteId, lane), at, url);
    store.put(entry.storeKey(), PRESENT);
    emptyBefore.computeIfPresent(
        entry.prefix(), (prefix, before) -> Math.min(before, at.toEpochMilli()));
  }

  void remove(String key, String siteId, Lane lane, Instant at, String url) {
    remove(new Entry(prefix(key, siteId, lane), at, url));
  }

  void remove(Entry entry) {
    store.delete(entry.storeKey());
  }

  /** The earliest visit of a lane, due or not. */
  Optional<Entry> first(String key, String siteId, Lane lane) {
    var prefix = prefix(key, siteId, lane);
    var from = prefix + digits(emptyBefore.getOrDefault(prefix, 0L));
    try (var entries = store.range(from, prefix + digits(LAST_MILLI) + SEPARATOR)) {
      if (!entries.hasNext()) {
        emptyBefore.put(prefix, LAST_MILLI);
        return Optional.empty();
      }
      var storeKey = entries.next().key;
      int time = prefix.length();
      int url = storeKey.indexOf(SEPARATOR, time);
      long at = Long.parseLong(storeKey.substring(time, url));
      emptyBefore.put(prefix, at);
      return Optional.of(new Entry(prefix, Instant.ofEpochMilli(at), storeKey.substring(url + 1)));
    }
  }

  /** How many visits of a lane are planned up to a time, counted to a limit. */
  long countUntil(String key, String siteId, Lane lane, Instant until, int limit) {
    var prefix = prefix(key, siteId, lane);
    var from = prefix + digits(emptyBefore.getOrDefault(prefix, 0L));
    long count = 0;
    try (var entries = store.range(from, prefix + digits(until.toEpochMilli()) + LAST_CHARACTER)) {
      while (count < limit && entries.hasNext()) {
        entries.next();
        count++;
      }
    }
    return count;
  }

  private static String prefix(String key, String siteId, Lane lane) {
    return key + SEPARATOR + siteId + SEPARATOR + lane.letter() + SEPARATOR;
  }

  private static String digits(long millis) {
    return "%013d".formatted(Math.max(0, Math.min(millis, LAST_MILLI)));
  }
}
