package org.maraude.analyzer.stream;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;
import org.maraude.events.volume.AdVolume;

/** Adds changes up; what it passes on is the whole count of its key, which replaces the last. */
final class VolumeProcessor implements Processor<String, AdVolume, String, AdVolume> {

  static final String STORE = "volumes";
  static final Duration FORGETS_EVERY = Duration.ofMinutes(1);

  private final InstantSource clock;
  private @Nullable ProcessorContext<String, AdVolume> context;
  private @Nullable TimestampedKeyValueStore<String, AdVolume> store;
  private @Nullable String forgottenUpTo;

  VolumeProcessor(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public void init(ProcessorContext<String, AdVolume> context) {
    this.context = context;
    this.store = context.getStateStore(STORE);
    context.schedule(FORGETS_EVERY, PunctuationType.WALL_CLOCK_TIME, time -> forget());
  }

  private void forget() {
    forgottenUpTo = Forgetting.volumes(store(), forgottenUpTo, clock.instant());
  }

  @Override
  public void process(Record<String, AdVolume> record) {
    var before = ValueAndTimestamp.getValueOrNull(store().get(record.key()));
    var after = before == null ? record.value() : sum(before, record.value());
    store().put(record.key(), ValueAndTimestamp.make(after, clock.millis()));
    Objects.requireNonNull(context, "init comes first").forward(record.withValue(after));
  }

  private TimestampedKeyValueStore<String, AdVolume> store() {
    return Objects.requireNonNull(store, "init comes first");
  }

  private static AdVolume sum(AdVolume one, AdVolume other) {
    return new AdVolume(
        one.advertiser(),
        one.day(),
        one.siteId(),
        one.departement(),
        one.category(),
        one.newAds() + other.newAds(),
        one.returning() + other.returning(),
        one.live() + other.live(),
        one.gone() + other.gone(),
        ends(one, other));
  }

  private static Map<Integer, Integer> ends(AdVolume one, AdVolume other) {
    var ends = new TreeMap<>(one.ends());
    other.ends().forEach((days, ads) -> ends.merge(days, ads, Integer::sum));
    ends.values().removeIf(ads -> ads == 0);
    return ends;
  }
}
