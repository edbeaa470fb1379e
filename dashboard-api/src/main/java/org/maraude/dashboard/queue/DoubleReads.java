package org.maraude.dashboard.queue;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.maraude.dashboard.accounts.Permission;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.accounts.Reach;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.maraude.dashboard.review.Lease;
import org.maraude.dashboard.review.Outcome;
import org.maraude.dashboard.review.ReasonCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Second readings of what one person decided alone, by somebody who does not know what the first
 * one said. They change nothing about the item: they tell how far two people agree. That the second
 * reader is another person is the database's own rule.
 */
public final class DoubleReads {

  private static final String FREE =
      """
      r.outcome is null and r.first_by <> :me and (r.lease_until is null or r.lease_until <= :now)
      and i.assessment is not null and i.round = r.round and i.queue = r.queue
      and (r.queue = 'MINOR' and :minor or r.queue = 'ADULT' and :adult)
      and not exists (select 1 from decisions d where d.item_id = r.item_id and d.decided_by = :me)
      and not exists (select 1 from double_read_lookups l where l.reading = r.id and l.person = :me)
      and\
      """
          + " "
          + Reach.of("i", ":me");

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final Draw draw;
  private final Audit audit;
  private final Clock clock;
  private final Supplier<UUID> ids;

  public DoubleReads(
      JdbcClient sql,
      TransactionTemplate transaction,
      Draw draw,
      Audit audit,
      Clock clock,
      Supplier<UUID> ids) {
    this.sql = sql;
    this.transaction = transaction;
    this.draw = draw;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  /** Has the decision read again if it is drawn. Joins the transaction of the decision. */
  void consider(UUID decision, StoredItem item, Person by, Outcome outcome, Instant now) {
    if (!draw.takes(item.id(), item.round())) {
      return;
    }
    sql.sql(
            """
            insert into double_reads
              (id, item_id, round, queue, decision_id, first_by, first_outcome, drawn_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)\
            """)
        .params(
            ids.get(),
            item.id(),
            item.round(),
            item.queue().name(),
            decision,
            by.id(),
            outcome.name(),
            Timestamp.from(now))
        .update();
  }

  /** How many wait for this person. */
  public int waiting(Person reader) {
    return sql.sql(
            "select count(*) from double_reads r join items i on i.id = r.item_id where " + FREE)
        .param("me", reader.id())
        .param("now", Timestamp.from(clock.instant()))
        .param("minor", reader.may(Permission.REVIEW_MINOR))
        .param("adult", reader.may(Permission.REVIEW_ADULT))
        .query(Integer.class)
        .single();
  }

  /**
   * The one that waits longest, for a quarter of an hour; empty when none waits for this person.
   */
  public Optional<UUID> next(Person reader) {
    var now = clock.instant();
    return sql.sql(
            """
            update double_reads set reader = :me, lease_until = :end where id = (
              select r.id from double_reads r join items i on i.id = r.item_id
              where %s order by r.drawn_at, r.id limit 1 for update of r skip locked)
            returning id\
            """
                .formatted(FREE))
        .param("me", reader.id())
        .param("now", Timestamp.from(now))
        .param("end", Timestamp.from(Lease.endOf(now)))
        .param("minor", reader.may(Permission.REVIEW_MINOR))
        .param("adult", reader.may(Permission.REVIEW_ADULT))
        .query(UUID.class)
        .optional();
  }

  /**
   * The item behind a reading that this person has before them.
   *
   * @throws NoSuchReadingException when they have none of that id
   */
  public UUID itemOf(UUID reading, Person reader) {
    return sql.sql(
            """
            select r.item_id from double_reads r join items i on i.id = r.item_id
            where r.id = ? and r.reader = ? and r.outcome is null and\
            """
                + " "
                + Reach.of("i", "?"))
        .params(reading, reader.id(), reader.id())
        .query(UUID.class)
        .optional()
        .orElseThrow(NoSuchReadingException::new);
  }

  /**
   * Notes what the second reader says.
   *
   * @throws NoSuchReadingException when they have no open reading of that id
   */
  public void read(UUID reading, Person reader, Outcome outcome, List<ReasonCode> reasons) {
    transaction.executeWithoutResult(status -> {
      var item = itemOf(reading, reader);
      sql.sql(
              """
              update double_reads set outcome = ?, reasons = ?, read_at = ?, lease_until = null
              where id = ? and reader = ? and outcome is null\
              """)
          .params(
              outcome.name(),
              reasons.stream().distinct().map(ReasonCode::name).toArray(String[]::new),
              Timestamp.from(clock.instant()),
              reading,
              reader.id())
          .update();
      audit.write(reader.id(), Deed.READ_A_SECOND_TIME, item.toString(), "");
    });
  }
}
