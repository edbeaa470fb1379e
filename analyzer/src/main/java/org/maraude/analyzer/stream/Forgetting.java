package org.maraude.analyzer.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.function.Predicate;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;
import org.maraude.events.Topic;
import org.maraude.events.volume.AdVolume;

/** What is remembered of an ad ends with its purpose. Pure but for the stores it is given. */
final class Forgetting {

  /** Counted from the last sighting; as long as link profiles are kept. */
  static final Duration AFTER = Duration.ofDays(120);

  /** Once an ad can no longer come from its topic, nothing waits for it. */
  static final Duration EARLY_AFTER = Topic.ADS_OBSERVED.term();

  /**
   * Counted from the last change of a count. No change reaches so far back: {@link VolumeLedger}
   * counts no ad as new that was posted earlier, and forgets gone ads sooner.
   */
  static final Duration VOLUMES_AFTER = Duration.ofDays(400);

  static final int AT_ONCE = 10_000;

  private Forgetting() {}

  /** Deletes what is over; the answer is how many ads. */
  static int ads(KeyValueStore<String, AdHistory> store, Instant now) {
    return delete(store, history -> !history.lastSeenAt().plus(AFTER).isAfter(now));
  }

  /** Deletes what waited for an ad in vain. */
  static int early(KeyValueStore<String, EarlyNews> store, Instant now) {
    return delete(store, news -> !news.latest().plus(EARLY_AFTER).isAfter(now));
  }

  /**
   * Deletes counts that nothing changes any more. There is one a day for each advertiser, so each
   * round looks at some only.
   *
   * @param from where the last round ended; null begins anew
   * @return where the next one begins
   */
  static @Nullable String volumes(
      TimestampedKeyValueStore<String, AdVolume> store, @Nullable String from, Instant now) {
    var over = new ArrayList<String>();
    String next = null;
    try (var some = store.range(from, null)) {
      for (int seen = 0; some.hasNext() && next == null; seen++) {
        var entry = some.next();
        if (seen == AT_ONCE) {
          next = entry.key;
        } else if (!changed(entry.value).plus(VOLUMES_AFTER).isAfter(now)) {
          over.add(entry.key);
        }
      }
    }
    over.forEach(store::delete);
    return next;
  }

  private static Instant changed(ValueAndTimestamp<AdVolume> count) {
    return Instant.ofEpochMilli(count.timestamp());
  }

  private static <T> int delete(KeyValueStore<String, T> store, Predicate<T> isOver) {
    var over = new ArrayList<String>();
    try (var all = store.all()) {
      // What is left over waits for the next round: a poll must not wait for ever.
      while (all.hasNext() && over.size() < AT_ONCE) {
        var entry = all.next();
        if (isOver.test(entry.value)) {
          over.add(entry.key);
        }
      }
    }
    over.forEach(store::delete);
    return over.size();
  }
}
