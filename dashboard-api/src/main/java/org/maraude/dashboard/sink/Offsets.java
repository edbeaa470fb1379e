package org.maraude.dashboard.sink;

import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where the database stands in each partition. It moves only from the value the mover expects, in
 * the transaction of the rows: an instance that lost its partition without knowing changes nothing.
 */
final class Offsets {

  private final JdbcClient sql;

  Offsets(JdbcClient sql) {
    this.sql = sql;
  }

  /** The next offset to take; 0 for a partition never read. */
  long next(TopicPartition partition) {
    sql.sql(
            "insert into sink_offsets (topic, part, next_offset) values (?, ?, 0) on conflict do nothing")
        .params(partition.topic(), partition.partition())
        .update();
    return sql.sql("select next_offset from sink_offsets where topic = ? and part = ?")
        .params(partition.topic(), partition.partition())
        .query(Long.class)
        .single();
  }

  /**
   * Moves it on; the row stays locked until the transaction ends.
   *
   * @throws OvertakenException when it is not where the mover expects it
   */
  void move(TopicPartition partition, long expected, long next) {
    int moved =
        sql.sql(
                """
                update sink_offsets set next_offset = ?
                where topic = ? and part = ? and next_offset = ?\
                """)
            .params(next, partition.topic(), partition.partition(), expected)
            .update();
    if (moved != 1) {
      throw new OvertakenException(partition);
    }
  }

  /** Another instance has taken this partition on. */
  static final class OvertakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OvertakenException(TopicPartition partition) {
      super("another instance has read on in " + partition);
    }
  }
}
