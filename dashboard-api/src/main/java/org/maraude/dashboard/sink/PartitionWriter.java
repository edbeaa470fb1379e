package org.maraude.dashboard.sink;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.maraude.events.Event;
import org.maraude.events.EventFormatException;
import org.maraude.events.EventJson;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes the records of one partition in: readable ones as rows, the others as dead letters. */
final class PartitionWriter<T extends Event> {

  private final Rows<T> rows;
  private final Offsets offsets;
  private final DeadLetters deadLetters;
  private final TransactionTemplate transaction;

  PartitionWriter(
      Rows<T> rows, Offsets offsets, DeadLetters deadLetters, TransactionTemplate transaction) {
    this.rows = rows;
    this.offsets = offsets;
    this.deadLetters = deadLetters;
    this.transaction = transaction;
  }

  /**
   * Writes and moves on, in one transaction.
   *
   * @param expected where the database stands
   * @return where it stands now
   */
  long take(TopicPartition partition, long expected, List<ConsumerRecord<byte[], byte[]>> records) {
    long next = records.getLast().offset() + 1;
    var readable = new ArrayList<Arrived<T>>();
    for (var record : records) {
      try {
        readable.add(read(record));
      } catch (EventFormatException e) {
        deadLetters.set(rows.topic(), record, String.valueOf(e.getMessage()));
      }
    }
    try {
      write(partition, expected, next, readable);
      return next;
    } catch (DataIntegrityViolationException | IllegalArgumentException | ArithmeticException e) {
      return records.size() == 1
          ? setAside(partition, expected, records.getFirst(), e)
          : oneByOne(partition, expected, records);
    }
  }

  private void write(
      TopicPartition partition, long expected, long next, List<Arrived<T>> readable) {
    transaction.executeWithoutResult(status -> {
      offsets.move(partition, expected, next);
      if (!readable.isEmpty()) {
        rows.write(readable);
      }
    });
  }

  /** One record that cannot be stored, now or ever, must not keep its neighbours out. */
  private long oneByOne(
      TopicPartition partition, long expected, List<ConsumerRecord<byte[], byte[]>> records) {
    long at = expected;
    for (var record : records) {
      var readable = readOrNothing(record);
      try {
        write(partition, at, record.offset() + 1, readable);
      } catch (DataIntegrityViolationException | IllegalArgumentException | ArithmeticException e) {
        setAside(partition, at, record, e);
      }
      at = record.offset() + 1;
    }
    return at;
  }

  private long setAside(
      TopicPartition partition,
      long expected,
      ConsumerRecord<byte[], byte[]> record,
      RuntimeException e) {
    // The message may quote the record: only the kind of the refusal is told.
    deadLetters.set(rows.topic(), record, "not storable: " + sqlState(e));
    write(partition, expected, record.offset() + 1, List.of());
    return record.offset() + 1;
  }

  private static String sqlState(RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof java.sql.SQLException sql) {
        return "SQLSTATE " + sql.getSQLState();
      }
    }
    return e.getClass().getSimpleName();
  }

  private List<Arrived<T>> readOrNothing(ConsumerRecord<byte[], byte[]> record) {
    try {
      return List.of(read(record));
    } catch (EventFormatException e) {
      // Set aside already, when the batch was tried as a whole.
      return List.of();
    }
  }

  private Arrived<T> read(ConsumerRecord<byte[], byte[]> record) {
    byte @Nullable [] key = record.key();
    if (key == null) {
      throw new EventFormatException("the record has no key");
    }
    byte @Nullable [] value = record.value();
    return new Arrived<>(
        new String(key, StandardCharsets.UTF_8),
        value == null ? null : EventJson.read(value, rows.type()),
        Instant.ofEpochMilli(record.timestamp()));
  }
}
