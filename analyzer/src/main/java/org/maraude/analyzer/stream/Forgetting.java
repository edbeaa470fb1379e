package org.maraude.analyzer.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.function.Predicate;
import org.apache.kafka.streams.state.KeyValueStore;
import org.maraude.events.Topic;

/** What is remembered of an ad ends with its purpose. Pure but for the stores it is given. */
final class Forgetting {

  /** Counted from the last sighting; as long as link profiles are kept. */
  static final Duration AFTER = Duration.ofDays(120);

  /** Once an ad can no longer come from its topic, nothing waits for it. */
  static final Duration EARLY_AFTER = Topic.ADS_OBSERVED.term();

  private static final int AT_ONCE = 10_000;

  private Forgetting() {}

  /** Deletes what is over; the answer is how many ads. */
  static int ads(KeyValueStore<String, AdHistory> store, Instant now) {
    return delete(store, history -> !history.lastSeenAt().plus(AFTER).isAfter(now));
  }

  /** Deletes what waited for an ad in vain. */
  static int early(KeyValueStore<String, EarlyNews> store, Instant now) {
    return delete(store, news -> !news.latest().plus(EARLY_AFTER).isAfter(now));
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
