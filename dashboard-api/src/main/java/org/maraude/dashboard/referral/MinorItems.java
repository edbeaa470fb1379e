package org.maraude.dashboard.referral;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.queue.Items;
import org.maraude.dashboard.queue.Lookups;
import org.maraude.dashboard.queue.NoSuchItemException;
import org.maraude.dashboard.review.Outcome;
import org.maraude.dashboard.review.QueueKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Possible minors' items: who may see them, and where each stands. */
public final class MinorItems {

  private final JdbcClient sql;
  private final Items items;
  private final Lookups lookups;
  private final Clock clock;

  public MinorItems(JdbcClient sql, Items items, Clock clock) {
    this.sql = sql;
    this.items = items;
    this.lookups = new Lookups(sql);
    this.clock = clock;
  }

  /**
   * Refuses what is no possible minor's item, as if it did not exist.
   *
   * @throws NoSuchItemException when it is none, or not for this person
   */
  public void mustBeOne(UUID itemId, Person person) {
    if (items.queueOf(itemId, person) != QueueKind.MINOR) {
      throw new NoSuchItemException();
    }
  }

  /** Whether the person is to judge the item anew, without knowing what the first one did. */
  public boolean mustStayBlind(UUID itemId, Person person) {
    return sql.sql(
            """
            select exists (select 1 from double_reads
              where item_id = ? and reader = ? and outcome is null)\
            """)
        .params(itemId, person.id())
        .query(Boolean.class)
        .single();
  }

  void mustNotBeBlind(UUID itemId, Person person) {
    mustBeOne(itemId, person);
    if (mustStayBlind(itemId, person)) {
      throw InvalidReferralException.meanwhile(
          "second-read-open", "you are to judge this item anew first, without its history");
    }
    lookups.shown(person, List.of(itemId));
  }

  /**
   * Where the item stands.
   *
   * @throws NoSuchItemException when it is no possible minor's, or not for this person
   */
  public MinorPath path(UUID itemId, Person person) {
    mustNotBeBlind(itemId, person);
    return sql.sql(
            """
            select i.flagged_at, i.outcome, i.decided_at,
              (select min(t.told_at) from tellings t where t.item_id = i.id
                and not exists (select 1 from tellings c where c.corrects = t.id)) as told_at,
              l.looked_at, u.name, l.agrees, l.note
            from items i
              left join decisions d on d.item_id = i.id and d.round = i.round and d.settled
                and d.taken_back_at is null
              left join second_looks l on l.decision_id = d.id
              left join users u on u.id = l.looked_by
            where i.id = ?\
            """)
        .param(itemId)
        .query((row, n) -> {
          var outcome = row.getString("outcome");
          var looked = instant(row.getTimestamp("looked_at"));
          return MinorPath.of(
              row.getTimestamp("flagged_at").toInstant(),
              outcome == null ? null : Outcome.valueOf(outcome),
              instant(row.getTimestamp("decided_at")),
              instant(row.getTimestamp("told_at")),
              looked == null
                  ? null
                  : new MinorPath.SecondLook(
                      looked,
                      row.getString("name"),
                      row.getBoolean("agrees"),
                      row.getString("note")),
              clock.instant());
        })
        .single();
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
