package org.maraude.dashboard.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The chain as it stands in the database. A read or write joins the transaction that is open. */
final class ChainTable {

  // A line whose transaction was slow gets its number early and its place late; none is this slow.
  private static final int LATE = 10_000;

  /** A month's end, as it was sealed. */
  @SuppressWarnings("ArrayRecordComponent")
  record Checkpoint(LocalDate month, Link link, byte[] seal) {}

  /**
   * A place, the number of the line that has it, and the line; null when there is no such line any
   * more.
   */
  record Placed(Link link, long seq, @Nullable Line row) {}

  private final JdbcClient sql;

  ChainTable(JdbcClient sql) {
    this.sql = sql;
  }

  Link end() {
    return sql.sql("select place, hash from audit_chain order by place desc limit 1")
        .query((row, n) -> new Link(row.getLong("place"), row.getBytes("hash")))
        .optional()
        .or(() -> lastCheckpoint().map(Checkpoint::link))
        .orElse(Link.BEGINNING);
  }

  /** When the line at the end was written; empty when there is none. */
  Optional<Instant> lastAt() {
    return sql.sql("select at from audit_chain order by place desc limit 1")
        .query((row, n) -> row.getTimestamp("at").toInstant())
        .optional();
  }

  List<Line> withoutPlace(int limit) {
    return sql.sql(
            """
            select seq, at, actor, action, subject, reason from audit a
            where seq > (select coalesce(max(seq), 0) - ? from audit_chain)
              and not exists (select from audit_chain c where c.seq = a.seq)
            order by seq limit ?\
            """)
        .params(LATE, limit)
        .query((row, n) -> line(row))
        .list();
  }

  /** Lines that have waited for a place longer than a minute, by their number. */
  List<Long> forgotten() {
    return sql.sql(
            """
            select seq from audit a
            where at < now() - interval '1 minute'
              and not exists (select from audit_chain c where c.seq = a.seq)
            order by seq limit 100\
            """)
        .query(Long.class)
        .list();
  }

  void add(Link link, Line row) {
    sql.sql("insert into audit_chain (place, seq, at, hash) values (?, ?, ?, ?)")
        .params(link.place(), row.seq(), Timestamp.from(row.at()), link.hash())
        .update();
  }

  void add(Checkpoint checkpoint) {
    sql.sql("insert into audit_checkpoints (place, month, hash, seal) values (?, ?, ?, ?)")
        .params(
            checkpoint.link().place(),
            checkpoint.month(),
            checkpoint.link().hash(),
            checkpoint.seal())
        .update();
  }

  /** Places after one, in order, at most {@code limit}. */
  List<Placed> after(long place, int limit) {
    return sql.sql(
            """
            select c.place, c.hash, c.seq as linked, a.seq, a.at, a.actor, a.action, a.subject,
                   a.reason
            from audit_chain c left join audit a on a.seq = c.seq
            where c.place > ? order by c.place limit ?\
            """)
        .params(place, limit)
        .query((row, n) ->
            new Placed(
                new Link(row.getLong("place"), row.getBytes("hash")),
                row.getLong("linked"),
                row.getObject("seq") == null ? null : line(row)))
        .list();
  }

  List<Checkpoint> checkpoints() {
    return sql.sql("select place, month, hash, seal from audit_checkpoints order by place")
        .query((row, n) ->
            new Checkpoint(
                row.getObject("month", LocalDate.class),
                new Link(row.getLong("place"), row.getBytes("hash")),
                row.getBytes("seal")))
        .list();
  }

  Optional<Checkpoint> lastCheckpoint() {
    var all = checkpoints();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  long placesUpTo(long place) {
    return sql.sql("select count(*) from audit_chain where place <= ?")
        .param(place)
        .query(Long.class)
        .single();
  }

  /** Deletes lines and places up to one; the database refuses those younger than a year. */
  int deleteUpTo(long place) {
    sql.sql("delete from audit where seq in (select seq from audit_chain where place <= ?)")
        .param(place)
        .update();
    return sql.sql("delete from audit_chain where place <= ?").param(place).update();
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(
        row.getLong("seq"),
        row.getTimestamp("at").toInstant(),
        row.getObject("actor", UUID.class),
        row.getString("action"),
        row.getString("subject"),
        row.getString("reason"));
  }
}
