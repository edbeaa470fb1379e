package org.maraude.dashboard.ownday;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.UUID;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.calendar.Paris;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps what each person has opened in the last 24 hours, and tells it to that person. What is
 * older goes with the person's next reading, or with the retention. Thread safe.
 */
public final class OwnDays {

  private static final LocalTime DAY_BEGINS = LocalTime.of(5, 0);

  private final JdbcClient sql;
  private final Clock clock;

  public OwnDays(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * Notes that somebody opened an item; in the transaction that is open.
   *
   * @param heavy whether it is a possible minor's
   */
  public void note(UUID reader, UUID item, boolean heavy) {
    // Skipping what another tab of the same person is about to delete.
    sql.sql(
            """
            with gone as (delete from own_reads where id in (select id from own_reads
              where reader = :reader and at < :dayAgo for update skip locked))
            insert into own_reads (reader, item, at, heavy) values (:reader, :item, :now, :heavy)\
            """)
        .param("reader", reader)
        .param("item", item)
        .param("heavy", heavy)
        .param("now", Timestamp.from(clock.instant()))
        .param("dayAgo", dayAgo())
        .update();
  }

  /** The reader's own day; of nobody else's is there a way to ask. */
  public OwnDay of(Person reader) {
    var openings =
        sql.sql(
                """
                select r.item, r.at, r.heavy or exists (select from decisions d
                    where d.item_id = r.item and d.decided_by = r.reader and d.outcome = 'REFER'
                      and d.taken_back_at is null) as heavy
                from own_reads r where r.reader = :reader and r.at >= :dayAgo\
                """)
            .param("reader", reader.id())
            .param("dayAgo", dayAgo())
            .query((row, n) ->
                new Opening(
                    row.getObject("item", UUID.class),
                    row.getTimestamp("at").toInstant(),
                    row.getBoolean("heavy")))
            .list();
    var now = clock.instant();
    return OwnDay.of(openings, began(now), now);
  }

  private Timestamp dayAgo() {
    return Timestamp.from(clock.instant().minus(Duration.ofDays(1)));
  }

  private static Instant began(Instant now) {
    var local = now.atZone(Paris.ZONE);
    var day = local.toLocalTime().isBefore(DAY_BEGINS) ? local.minusDays(1) : local;
    return day.toLocalDate().atTime(DAY_BEGINS).atZone(Paris.ZONE).toInstant();
  }
}
