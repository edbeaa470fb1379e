package org.maraude.dashboard.queue;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.maraude.dashboard.outbox.Outbox;
import org.maraude.dashboard.review.Choice;
import org.maraude.dashboard.review.Opinion;
import org.maraude.dashboard.review.Outcome;
import org.maraude.dashboard.review.ReasonCode;
import org.maraude.dashboard.review.Settlement;
import org.maraude.dashboard.rules.Verdicts;
import org.maraude.events.Topic;
import org.maraude.events.review.ReviewDecided;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes what people decide. Decision, item, audit line and what the streams are told stand or fall
 * in one transaction, and exactly one item changes or none.
 *
 * <p>The fence decides, not the clock: a lease that ran out keeps nobody from deciding what nobody
 * else has claimed since.
 */
public final class Decisions {

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final ItemRows items;
  private final Verdicts verdicts;
  private final DoubleReads doubleReads;
  private final Audit audit;
  private final Outbox outbox;
  private final Clock clock;
  private final Supplier<UUID> ids;

  /**
   * @param doubleReads considers every decision that one person took alone
   */
  public Decisions(
      JdbcClient sql,
      TransactionTemplate transaction,
      DoubleReads doubleReads,
      Audit audit,
      Outbox outbox,
      Clock clock,
      Supplier<UUID> ids) {
    this.doubleReads = doubleReads;
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
   * Notes one person's decision.
   *
   * @param idempotencyKey the same key with the same request gives the first answer again
   * @throws NoSuchItemException when the item does not exist for this person
   * @throws ConflictException when something happened meanwhile; nothing is changed
   * @throws KeyReusedException when the key stood with another request
   */
  public DecisionAnswer decide(
      UUID itemId, Person person, Choice choice, @Nullable String idempotencyKey) {
    // PostgreSQL keeps microseconds: a repeat must give the same answer to the digit.
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var answer =
        transaction.execute(status -> {
          var item = items.lock(itemId, person);
          var repeat = repeated(itemId, person, choice, idempotencyKey);
          return repeat.orElseGet(() -> note(item, person, choice, idempotencyKey, now));
        });
    if (answer == null) {
      throw new IllegalStateException("a transaction without an answer");
    }
    return answer;
  }

  private Optional<DecisionAnswer> repeated(
      UUID itemId, Person person, Choice choice, @Nullable String key) {
    if (key == null) {
      return Optional.empty();
    }
    var earlier =
        sql.sql(
                """
                select id, item_id, outcome, settled, decided_at from decisions
                where decided_by = ? and idempotency_key = ?\
                """)
            .params(person.id(), key)
            .query((row, n) ->
                new DecisionAnswer(
                    row.getObject("id", UUID.class),
                    row.getObject("item_id", UUID.class),
                    Outcome.valueOf(row.getString("outcome")),
                    row.getBoolean("settled"),
                    row.getTimestamp("decided_at").toInstant()))
            .optional();
    earlier.ifPresent(answer -> {
      if (!answer.itemId().equals(itemId) || answer.outcome() != choice.outcome()) {
        throw new KeyReusedException();
      }
    });
    return earlier;
  }

  private DecisionAnswer note(
      StoredItem item, Person person, Choice choice, @Nullable String key, Instant now) {
    boolean theirs = person.id().equals(item.holder()) && item.fence() == choice.fence();
    if (!item.open() || !theirs) {
      throw items.conflict(item, person, now);
    }
    var earlier = opinions(item);
    var settlement =
        Settlement.of(item.queue(), earlier, new Opinion(person.id(), choice.outcome()));
    var id = ids.get();
    insert(id, item, person, choice, settlement.settled(), key, now);
    var rules = settlement.settled() ? items.rules(item) : List.<ReviewDecided.RuleRef>of();
    if (settlement.settled()) {
      settle(item, choice, settlement, now);
      tell(id, item, choice.outcome(), rules, now);
      if (earlier.isEmpty()) {
        doubleReads.consider(id, item, person, choice.outcome(), now);
      }
    } else {
      await(item, choice);
    }
    audit.write(
        person.id(),
        settlement.settled() ? Deed.ITEM_DECIDED : Deed.OPINION_GIVEN,
        item.id().toString(),
        choice.outcome() + codes(choice.reasons()));
    if (settlement.settled()) {
      // Last: all who decide at once share these few rows, and each holds them until its end.
      verdicts.count(rules, choice.outcome());
    }
    return new DecisionAnswer(id, item.id(), choice.outcome(), settlement.settled(), now);
  }

  private List<Opinion> opinions(StoredItem item) {
    return sql.sql(
            """
            select decided_by, outcome from decisions
            where item_id = ? and round = ? and taken_back_at is null
            order by decided_at, id\
            """)
        .params(item.id(), item.round())
        .query((row, n) ->
            new Opinion(
                row.getObject("decided_by", UUID.class), Outcome.valueOf(row.getString("outcome"))))
        .list();
  }

  private void insert(
      UUID id,
      StoredItem item,
      Person person,
      Choice choice,
      boolean settled,
      @Nullable String key,
      Instant now) {
    sql.sql(
            """
            insert into decisions (id, item_id, round, revision, queue, decided_by, outcome, reasons,
              note, fence, settled, decided_at, idempotency_key)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """)
        .params(
            Arrays.asList(
                id,
                item.id(),
                item.round(),
                read(item),
                item.queue().name(),
                person.id(),
                choice.outcome().name(),
                choice.reasons().stream().map(ReasonCode::name).toArray(String[]::new),
                choice.note(),
                choice.fence(),
                settled,
                Timestamp.from(now),
                key))
        .update();
  }

  private void settle(StoredItem item, Choice choice, Settlement settlement, Instant now) {
    int changed =
        sql.sql(
                """
                update items set status = 'DECIDED', outcome = ?, decided_at = ?, referred_by = ?,
                  confirmed_by = ?, holder = null, lease_until = null
                where id = ? and fence = ? and status in ('WAITING', 'SECOND_OPINION')\
                """)
            .params(
                Arrays.asList(
                    choice.outcome().name(),
                    Timestamp.from(now),
                    settlement.referredBy().orElse(null),
                    settlement.confirmedBy().orElse(null),
                    item.id(),
                    choice.fence()))
            .update();
    mustBeOne(changed);
  }

  private void await(StoredItem item, Choice choice) {
    int changed =
        sql.sql(
                """
                update items set status = 'SECOND_OPINION', holder = null, lease_until = null
                where id = ? and fence = ? and status in ('WAITING', 'SECOND_OPINION')\
                """)
            .params(item.id(), choice.fence())
            .update();
    mustBeOne(changed);
  }

  private void tell(
      UUID id, StoredItem item, Outcome outcome, List<ReviewDecided.RuleRef> rules, Instant now) {
    outbox.add(
        id,
        Topic.REVIEWS_DECIDED,
        item.adId(),
        new ReviewDecided(id.toString(), item.adId(), read(item), outcome.told(), rules, now));
  }

  /** The revision that was on the person's screen, not one that arrived while they read. */
  private static int read(StoredItem item) {
    Integer shown = item.shownRevision();
    return shown == null ? item.revision() : shown;
  }

  private static void mustBeOne(int changed) {
    if (changed != 1) {
      throw new IllegalStateException("a decision changed " + changed + " rows");
    }
  }

  private static String codes(List<ReasonCode> reasons) {
    return reasons.stream().map(reason -> " " + reason).collect(Collectors.joining());
  }
}
