package org.maraude.crawler.frontier;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.maraude.crawler.politeness.HostState;
import org.maraude.events.EventSerde;

/** The frontier's state in one task, and the planning of visits, which touches two stores. */
record FrontierStores(
    KeyValueStore<String, HostState> hosts,
    KeyValueStore<String, RobotsState> robots,
    KeyValueStore<String, UrlState> urls,
    KeyValueStore<String, AdState> ads,
    KeyValueStore<String, SiteState> sites,
    DueQueue due) {

  static Set<StoreBuilder<?>> builders() {
    return Set.of(
        builder("hosts", EventSerde.of(HostState.class)),
        builder("robots", EventSerde.of(RobotsState.class)),
        builder("urls", EventSerde.of(UrlState.class)),
        builder("ads", EventSerde.of(AdState.class)),
        builder("sites", EventSerde.of(SiteState.class)),
        builder("due", Serdes.ByteArray()));
  }

  private static <V> StoreBuilder<KeyValueStore<String, V>> builder(String name, Serde<V> values) {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(name), Serdes.String(), values)
        .withLoggingEnabled(Map.of());
  }

  static FrontierStores of(ProcessingContext context) {
    return new FrontierStores(
        context.getStateStore("hosts"),
        context.getStateStore("robots"),
        context.getStateStore("urls"),
        context.getStateStore("ads"),
        context.getStateStore("sites"),
        new DueQueue(context.getStateStore("due")));
  }

  HostState host(String key) {
    return Optional.ofNullable(hosts.get(key)).orElse(HostState.NEW);
  }

  @Nullable UrlState url(String url) {
    return urls.get(url);
  }

  /** Records a page; where its plan changed, so does the queue. */
  void put(String key, String url, @Nullable UrlState before, UrlState after) {
    var planned =
        after.dueAt() == null
            ? after
            : after.change().due(milli(after.dueAt()), after.lane()).done();
    boolean same =
        before != null
            && Objects.equals(before.dueAt(), planned.dueAt())
            && before.lane() == planned.lane();
    if (!same) {
      unplan(key, url, before);
      if (planned.dueAt() != null) {
        due.add(key, planned.siteId(), planned.lane(), planned.dueAt(), url);
      }
    }
    urls.put(url, planned);
  }

  void forget(String key, String url, UrlState state) {
    unplan(key, url, state);
    urls.delete(url);
  }

  private void unplan(String key, String url, @Nullable UrlState state) {
    if (state != null && state.dueAt() != null) {
      due.remove(key, state.siteId(), state.lane(), state.dueAt(), url);
    }
  }

  // The queue's order counts milliseconds; a plan with more would not be found again.
  private static Instant milli(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS);
  }
}
