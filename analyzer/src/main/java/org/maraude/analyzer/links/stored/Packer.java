package org.maraude.analyzer.links.stored;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a value as bytes. A text that came before is written as its number: the ads of one contact
 * repeat its token. Read back by {@link Unpacker} in the same order.
 */
final class Packer {

  private static final int FIRST_SIZE = 64;
  private static final int SEVEN = 7;

  private byte[] bytes = new byte[FIRST_SIZE];
  private int size;
  private final Map<String, Integer> texts = new HashMap<>();

  byte[] bytes() {
    return Arrays.copyOf(bytes, size);
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }

  void bit(boolean value) {
    room(1);
    bytes[size++] = (byte) (value ? 1 : 0);
  }

  /** Small ones take little room; none may be negative. */
  void count(long value) {
    room(Long.BYTES + 2);
    long left = value;
    while (left >>> SEVEN != 0) {
      bytes[size++] = (byte) (left | 0x80);
      left >>>= SEVEN;
    }
    bytes[size++] = (byte) left;
  }

  void hash(long value) {
    room(Long.BYTES);
    for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      bytes[size++] = (byte) (value >>> shift);
    }
  }

  void hash(int value) {
    room(Integer.BYTES);
    for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      bytes[size++] = (byte) (value >>> shift);
    }
  }

  void instant(Instant at) {
    hash(at.getEpochSecond());
    count(at.getNano());
  }

  void text(String value) {
    var known = texts.putIfAbsent(value, texts.size());
    if (known != null) {
      count(known + 1L);
      return;
    }
    count(0);
    raw(value.getBytes(StandardCharsets.UTF_8));
  }

  void raw(byte[] value) {
    count(value.length);
    room(value.length);
    System.arraycopy(value, 0, bytes, size, value.length);
    size += value.length;
  }

  <T> void maybe(@Nullable T value, BiConsumer<Packer, T> writing) {
    bit(value != null);
    if (value != null) {
      writing.accept(this, value);
    }
  }

  <T> void all(Collection<T> values, BiConsumer<Packer, T> writing) {
    count(values.size());
    values.forEach(value -> writing.accept(this, value));
  }
}
