package org.maraude.analyzer.stream;

import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.maraude.events.volume.AdVolume;

/** Adds changes up; what it passes on is the whole count of its key, which replaces the last. */
final class VolumeProcessor implements Processor<String, AdVolume, String, AdVolume> {

  static final String STORE = "volumes";

  private @Nullable ProcessorContext<String, AdVolume> context;
  private @Nullable KeyValueStore<String, AdVolume> store;

  @Override
  public void init(ProcessorContext<String, AdVolume> context) {
    this.context = context;
    this.store = context.getStateStore(STORE);
  }

  @Override
  public void process(Record<String, AdVolume> record) {
    var counts = Objects.requireNonNull(store, "init comes first");
    var before = counts.get(record.key());
    var after = before == null ? record.value() : sum(before, record.value());
    counts.put(record.key(), after);
    Objects.requireNonNull(context, "init comes first").forward(record.withValue(after));
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
        one.gone() + other.gone());
  }
}
