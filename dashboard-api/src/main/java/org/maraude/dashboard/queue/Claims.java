package org.maraude.dashboard.queue;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.accounts.Reach;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.maraude.dashboard.review.Lease;
import org.maraude.dashboard.review.Meanwhile;
import org.maraude.dashboard.review.QueueKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who holds which item. A claim lasts {@link Lease#LENGTH}; each one raises the item's fence, so
 * that what was read under an older claim cannot be decided any more. Two people who claim at once
 * get two items: the second skips the row that the first has locked.
 */
public final class Claims {

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final ItemRows items;
  private final Audit audit;
  private final Clock clock;

  public Claims(JdbcClient sql, TransactionTemplate transaction, Audit audit, Clock clock) {
    this.sql = sql;
    this.transaction = transaction;
    this.items = new ItemRows(sql);
    this.audit = audit;
    this.clock = clock;
  }

  /** The next free item of a queue on which this person has not been heard; empty when none is. */
  public Optional<Claim> next(QueueKind queue, Person person) {
    var now = clock.instant();
    var end = Lease.endOf(now);
    var claim =
        transaction.execute(status -> {
          var claimed =
              sql.sql(
                      """
                      update items set holder = :me, lease_until = :end, fence = fence + 1,
                        shown_revision = revision
                      where id = (
                        select c.id from items c
                        where c.queue = :queue and c.status in ('WAITING', 'SECOND_OPINION')
                          and (c.lease_until is null or c.lease_until <= :now)
                          and not exists (select 1 from decisions d
                            where d.item_id = c.id and d.round = c.round and d.decided_by = :me
                              and d.taken_back_at is null)
                          and %s
                        order by c.flagged_at, -c.score, c.id
                        limit 1 for update skip locked)
                      returning id, fence\
                      """
                          .formatted(Reach.of("c", ":me")))
                  .param("me", person.id())
                  .param("end", Timestamp.from(end))
                  .param("queue", queue.name())
                  .param("now", Timestamp.from(now))
                  .query((row, n) ->
                      new Claim(row.getObject("id", UUID.class), row.getLong("fence"), end))
                  .optional();
          claimed.ifPresent(
              c -> audit.write(person.id(), Deed.ITEM_CLAIMED, c.itemId().toString(), ""));
          return claimed;
        });
    return claim == null ? Optional.empty() : claim;
  }

  /**
   * One item that the person chose. Who holds it already gets a new lease and a new fence.
   *
   * @throws NoSuchItemException when it does not exist for this person
   * @throws ConflictException when it cannot be claimed
   */
  public Claim one(UUID id, Person person) {
    var now = clock.instant();
    var end = Lease.endOf(now);
    return written(
        transaction.execute(status -> {
          var item = items.lock(id, person);
          boolean heldByAnother =
              item.shown(now) == ItemStatus.CLAIMED && !person.id().equals(item.holder());
          if (!item.open() || heldByAnother) {
            throw items.conflict(item, person, now);
          }
          if (items.wasHeard(item, person)) {
            throw new ConflictException(Meanwhile.OPINION_GIVEN, null);
          }
          sql.sql(
                  """
                  update items set holder = ?, lease_until = ?, fence = fence + 1,
                    shown_revision = revision where id = ?\
                  """)
              .params(person.id(), Timestamp.from(end), id)
              .update();
          audit.write(person.id(), Deed.ITEM_CLAIMED, id.toString(), "");
          return new Claim(id, item.fence() + 1, end);
        }));
  }

  /**
   * Lets an item go, undecided.
   *
   * @throws NoSuchItemException when it does not exist for this person
   * @throws ConflictException when the person does not hold it
   */
  public void release(UUID id, Person person) {
    var now = clock.instant();
    transaction.executeWithoutResult(status -> {
      var item = items.lock(id, person);
      if (!item.open() || !person.id().equals(item.holder())) {
        throw items.conflict(item, person, now);
      }
      sql.sql("update items set holder = null, lease_until = null where id = ?").param(id).update();
      audit.write(person.id(), Deed.ITEM_RELEASED, id.toString(), "");
    });
  }

  /**
   * Looks whether the person has the item in hand now; in the transaction that is open, so that it
   * stays so until its end.
   *
   * @throws NoSuchItemException when it does not exist for this person
   * @throws ConflictException when the person does not hold it
   */
  public void mustHold(UUID id, Person person) {
    var now = clock.instant();
    var item = items.lock(id, person);
    if (!item.open() || !item.claim(person.id(), now).mine()) {
      throw items.conflict(item, person, now);
    }
  }

  private static Claim written(@org.jspecify.annotations.Nullable Claim claim) {
    if (claim == null) {
      throw new IllegalStateException("a transaction without an answer");
    }
    return claim;
  }
}
