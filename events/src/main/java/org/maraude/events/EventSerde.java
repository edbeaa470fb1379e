package org.maraude.events;

import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * How a record becomes a topic's value. An unreadable value is a {@link SerializationException}
 * whose cause is an {@link EventFormatException}; the built-in dead-letter handlers take it from
 * there. A null value (a tombstone) stays null. Thread safe.
 */
public final class EventSerde {

  private EventSerde() {}

  public static <T extends Event> Serde<T> of(Class<T> type) {
    return Serdes.serdeFrom(serializer(), deserializer(type));
  }

  public static <T extends Event> Serializer<T> serializer() {
    return (topic, event) -> event == null ? null : EventJson.write(event);
  }

  public static <T extends Event> Deserializer<T> deserializer(Class<T> type) {
    return (topic, bytes) -> {
      if (bytes == null) {
        return null;
      }
      try {
        return EventJson.read(bytes, type);
      } catch (EventFormatException e) {
        throw new SerializationException(e.getMessage(), e);
      }
    };
  }
}
