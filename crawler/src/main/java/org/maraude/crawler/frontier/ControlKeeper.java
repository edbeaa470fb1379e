package org.maraude.crawler.frontier;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Copies {@code crawl.control} into a store that every task reads: a pause reaches all at once. */
final class ControlKeeper implements Processor<String, byte[], Void, Void> {

  private @Nullable KeyValueStore<String, byte[]> store;

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    store = context.getStateStore(FrontierTopology.CONTROL_STORE);
  }

  @Override
  public void process(Record<String, byte[]> order) {
    // Bytes as they came: a store that is restored from its topic is not parsed on the way.
    if (store != null && order.key() != null) {
      store.put(order.key(), order.value());
    }
  }
}
