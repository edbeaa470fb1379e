package org.maraude.dashboard.queue;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.maraude.dashboard.accounts.Permission;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.maraude.dashboard.review.Lease;
import org.maraude.dashboard.review.Meanwhile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps an item for longer, or gives it to a colleague. */
public final class HandOvers {

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final ItemRows items;
  private final Colleagues colleagues;
  private final Audit audit;
  private final Clock clock;

  public HandOvers(
      JdbcClient sql,
      TransactionTemplate transaction,
      Colleagues colleagues,
      Audit audit,
      Clock clock) {
    this.sql = sql;
    this.transaction = transaction;
    this.items = new ItemRows(sql);
    this.colleagues = colleagues;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Keeps an item that the person holds for {@link Lease#HELD} from now, under the same fence.
   *
   * @throws NoSuchItemException when it does not exist for this person
   * @throws ConflictException when the person does not hold it under this fence
   */
  public Claim hold(UUID id, Person person, long fence) {
    var now = clock.instant();
    var end = Lease.heldUntil(now);
    transaction.executeWithoutResult(status -> {
      var item = items.lock(id, person);
      if (!item.open() || !person.id().equals(item.holder()) || item.fence() != fence) {
        throw items.conflict(item, person, now);
      }
      sql.sql("update items set lease_until = ? where id = ?")
          .params(Timestamp.from(end), id)
          .update();
      audit.write(person.id(), Deed.ITEM_HELD, id.toString(), "");
    });
    return new Claim(id, fence, end);
  }

  /**
   * Gives an open item to a colleague, who holds it from now for {@link Lease#HELD}. Who holds it
   * may do so, and who may assign.
   *
   * @param colleague a user's name
   * @throws NoSuchItemException when it does not exist for this person
   * @throws ConflictException when somebody else holds it, or the colleague cannot take it
   */
  public void give(UUID id, Person person, String colleague) {
    var now = clock.instant();
    transaction.executeWithoutResult(status -> {
      var item = items.lock(id, person);
      boolean own = person.id().equals(item.holder());
      if (!item.open() || !own && !person.may(Permission.ASSIGN)) {
        throw items.conflict(item, person, now);
      }
      var to =
          colleagues
              .named(colleague, item)
              .filter(other -> !items.wasHeard(item, other))
              .orElseThrow(() -> new ConflictException(Meanwhile.CANNOT_TAKE_IT, null));
      give(id, to, now);
      audit.write(person.id(), Deed.ITEM_HANDED_OVER, id.toString(), to.id().toString());
    });
  }

  private void give(UUID id, Person to, Instant now) {
    sql.sql(
            """
            update items set holder = ?, lease_until = ?, fence = fence + 1,
              shown_revision = null where id = ?\
            """)
        .params(to.id(), Timestamp.from(Lease.heldUntil(now)), id)
        .update();
  }
}
