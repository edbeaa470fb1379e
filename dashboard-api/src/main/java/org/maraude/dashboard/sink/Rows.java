package org.maraude.dashboard.sink;

import java.util.LinkedHashMap;
import java.util.List;
import org.maraude.events.Event;
import org.maraude.events.Topic;

/** Writes the records of one topic, within the transaction that moves the offset. */
interface Rows<T extends Event> {

  Topic topic();

  Class<T> type();

  /** Writes records of one partition, in their order. */
  void write(List<Arrived<T>> batch);

  /** The last record of each key: what stands after all of them. */
  static <T> List<Arrived<T>> lastOfEach(List<Arrived<T>> batch) {
    var last = new LinkedHashMap<String, Arrived<T>>();
    for (var arrived : batch) {
      last.put(arrived.key(), arrived);
    }
    return List.copyOf(last.values());
  }
}
