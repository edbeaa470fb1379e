package org.maraude.dashboard.queue;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Permission;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.maraude.dashboard.outbox.Outbox;
import org.maraude.dashboard.review.Lease;
import org.maraude.dashboard.review.Meanwhile;
import org.maraude.dashboard.review.Outcome;
import org.maraude.dashboard.review.Reversal;
import org.maraude.dashboard.rules.Verdicts;
import org.maraude.events.Topic;
import org.maraude.events.review.ReviewDecided;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes decisions back. The item is open again, as a rule in the hands of who took it back, under a
 * new fence; what the streams were told is followed by its reversal. Decision, item, audit line and
 * telling change in one transaction.
 */
public final class Reversals {

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final ItemRows items;
  private final Verdicts verdicts;
  private final Audit audit;
  private final Outbox outbox;
  private final Clock clock;
  private final Supplier<UUID> ids;

  public Reversals(
      JdbcClient sql,
      TransactionTemplate transaction,
      Audit audit,
      Outbox outbox,
      Clock clock,
      Supplier<UUID> ids) {
    this.sql = sql;
    this.transaction = transaction;
    this.items = new ItemRows(sql);
    this.verdicts = new Verdicts(sql);
    this.audit = audit;
    this.outbox = outbox;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Takes back the last opinion on an item.
   *
   * @return the hold under which the person may decide anew; empty when an earlier opinion of
   *     theirs stands, and another person is awaited
   * @throws NoSuchItemException when the item does not exist for this person
   * @throws ConflictException when there is nothing that this person may take back
   */
  public Optional<Claim> undo(UUID itemId, Person person) {
    var now = clock.instant();
    var claim =
        transaction.execute(status -> {
          var item = items.lock(itemId, person);
          var reversal =
              possible(item, person, now)
                  .orElseThrow(() -> new ConflictException(Meanwhile.NOTHING_TO_TAKE_BACK, null));
          return takeBack(item, person, reversal, now);
        });
    if (claim == null) {
      throw new IllegalStateException("a transaction without an answer");
    }
    return claim;
  }

  /**
   * Takes one decision back if it still is the last word on its item, and leaves the item to
   * whoever comes next.
   *
   * @return false when there is nothing that this person may take back, or no longer
   */
  boolean release(UUID itemId, UUID decision, Person person) {
    var now = clock.instant();
    return Boolean.TRUE.equals(
        transaction.execute(status -> {
          var item = items.lock(itemId, person);
          var reversal =
              possible(item, person, now)
                  .filter(last -> last.opinion().id().equals(decision))
                  .map(last -> new Reversal(last.opinion(), last.othersStand(), false));
          if (reversal.isEmpty()) {
            return false;
          }
          takeBack(item, person, reversal.get(), now);
          return true;
        }));
  }

  /** What the person may take back on an item now. */
  Optional<Reversal> possible(StoredItem item, Person person, Instant now) {
    boolean decided = item.status().equals("DECIDED");
    if (!decided && !item.status().equals("SECOND_OPINION")) {
      return Optional.empty();
    }
    return Reversal.of(
        standing(item), decided, person.id(), person.may(Permission.REVERSE_DECISIONS), now);
  }

  private List<Reversal.Given> standing(StoredItem item) {
    return sql.sql(
            """
            select id, decided_by, decided_at from decisions
            where item_id = ? and round = ? and taken_back_at is null order by decided_at, id\
            """)
        .params(item.id(), item.round())
        .query((row, n) ->
            new Reversal.Given(
                row.getObject("id", UUID.class),
                row.getObject("decided_by", UUID.class),
                row.getTimestamp("decided_at").toInstant()))
        .list();
  }

  private Optional<Claim> takeBack(StoredItem item, Person person, Reversal reversal, Instant now) {
    sql.sql("update decisions set taken_back_at = ?, taken_back_by = ? where id = ?")
        .params(Timestamp.from(now), person.id(), reversal.opinion().id())
        .update();
    // What no longer stands is compared with nothing.
    sql.sql("delete from double_reads where decision_id = ?")
        .param(reversal.opinion().id())
        .update();
    var standing = reversal.othersStand() ? "SECOND_OPINION" : "WAITING";
    var claim = Optional.<Claim>empty();
    if (isReadByAnother(item, person, now)) {
      sql.sql("update items set status = ? where id = ?").params(standing, item.id()).update();
    } else {
      claim =
          reversal.mayDecide()
              ? Optional.of(new Claim(item.id(), item.fence() + 1, Lease.endOf(now)))
              : Optional.empty();
      reopen(item, standing, claim.isPresent() ? person : null, claim);
    }
    if (item.status().equals("DECIDED")) {
      var rules = items.rules(item);
      verdicts.discount(rules, outcome(reversal));
      tell(item, rules, now);
    }
    audit.write(person.id(), Deed.DECISION_TAKEN_BACK, item.id().toString(), "");
    return claim;
  }

  private static boolean isReadByAnother(StoredItem item, Person person, Instant now) {
    return item.shown(now) == ItemStatus.CLAIMED && !person.id().equals(item.holder());
  }

  private void reopen(
      StoredItem item, String standing, @Nullable Person holder, Optional<Claim> claim) {
    sql.sql(
            """
            update items set status = ?, outcome = null, decided_at = null, referred_by = null,
              confirmed_by = null, holder = ?, lease_until = ?, fence = fence + 1,
              shown_revision = revision
            where id = ?\
            """)
        .params(
            Arrays.asList(
                standing,
                holder == null ? null : holder.id(),
                claim.map(held -> Timestamp.from(held.leaseEnd())).orElse(null),
                item.id()))
        .update();
  }

  private Outcome outcome(Reversal reversal) {
    return Outcome.valueOf(
        sql.sql("select outcome from decisions where id = ?")
            .param(reversal.opinion().id())
            .query(String.class)
            .single());
  }

  private void tell(StoredItem item, List<ReviewDecided.RuleRef> rules, Instant now) {
    var id = ids.get();
    outbox.add(
        id,
        Topic.REVIEWS_DECIDED,
        item.adId(),
        new ReviewDecided(
            id.toString(),
            item.adId(),
            item.revision(),
            ReviewDecided.Outcome.REVERSED,
            rules,
            now));
  }
}
