package org.maraude.analyzer.links.stored;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what a {@link Packer} wrote. */
final class Unpacker {

  private static final int SEVEN = 7;

  private final ByteBuffer bytes;
  private final List<String> texts = new ArrayList<>();

  Unpacker(byte[] packed) {
    this.bytes = ByteBuffer.wrap(packed);
  }

  boolean bit() {
    return bytes.get() != 0;
  }

  int count() {
    int value = 0;
    int shift = 0;
    byte next = bytes.get();
    for (; next < 0; next = bytes.get()) {
      value |= (next & 0x7F) << shift;
      shift += SEVEN;
    }
    return value | next << shift;
  }

  long hash() {
    return bytes.getLong();
  }

  int smallHash() {
    return bytes.getInt();
  }

  Instant instant() {
    long second = hash();
    return Instant.ofEpochSecond(second, count());
  }

  String text() {
    int known = count();
    if (known > 0) {
      return texts.get(known - 1);
    }
    var text = new String(raw(), StandardCharsets.UTF_8);
    texts.add(text);
    return text;
  }

  byte[] raw() {
    byte[] value = new byte[count()];
    bytes.get(value);
    return value;
  }

  <T> @Nullable T maybe(Function<Unpacker, T> reading) {
    return bit() ? reading.apply(this) : null;
  }

  <T> List<T> all(Function<Unpacker, T> reading) {
    int size = count();
    var values = new ArrayList<T>(size);
    for (int i = 0; i < size; i++) {
      values.add(reading.apply(this));
    }
    return values;
  }
}
