package org.maraude.dashboard.referral;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.maraude.dashboard.queue.KeyReusedException;
import org.maraude.dashboard.queue.NoSuchItemException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who was told of a possible minor. Rows are added and never changed. */
public final class Tellings {

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final MinorItems items;
  private final Audit audit;
  private final Clock clock;
  private final Supplier<UUID> ids;

  public Tellings(
      JdbcClient sql,
      TransactionTemplate transaction,
      MinorItems items,
      Audit audit,
      Clock clock,
      Supplier<UUID> ids) {
    this.sql = sql;
    this.transaction = transaction;
    this.items = items;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  /** Who was told of the item, in the order in which it was noted. */
  public List<Telling> of(UUID itemId, Person person) {
    items.mustNotBeBlind(itemId, person);
    return sql.sql(
            """
            select t.*, u.name, exists (select 1 from tellings c where c.corrects = t.id) as corrected
            from tellings t join users u on u.id = t.noted_by
            where t.item_id = ? order by t.noted_at, t.id\
            """)
        .param(itemId)
        .query((row, n) ->
            new Telling(
                row.getObject("id", UUID.class),
                Route.valueOf(row.getString("route")),
                row.getTimestamp("told_at").toInstant(),
                row.getString("whom"),
                row.getString("reference"),
                row.getString("name"),
                row.getTimestamp("noted_at").toInstant(),
                row.getObject("corrects", UUID.class),
                row.getBoolean("corrected")))
        .list();
  }

  /**
   * Notes that somebody was told. Nothing is sent.
   *
   * @param key the same key with the same request notes nothing again
   * @return the row's id
   * @throws NoSuchItemException when it is no possible minor's item, or not for this person
   * @throws InvalidReferralException when the row to be set right is none of this item's, or was
   *     set right already
   */
  public UUID note(UUID itemId, Person person, Telling.Note note, @Nullable String key) {
    items.mustBeOne(itemId, person);
    var id = ids.get();
    try {
      var written =
          transaction.execute(status -> {
            var repeat = repeated(itemId, person, note, key);
            if (repeat.isPresent()) {
              return repeat.get();
            }
            insert(id, itemId, person, note, key);
            audit.write(
                person.id(),
                note.corrects() == null ? Deed.TOLD : Deed.TELLING_CORRECTED,
                itemId.toString(),
                note.route() + " " + note.toldAt().truncatedTo(ChronoUnit.MINUTES));
            return id;
          });
      return written == null ? id : written;
    } catch (DuplicateKeyException e) {
      throw InvalidReferralException.meanwhile(
          "already-corrected", "somebody has corrected that row already; correct the later one");
    }
  }

  private Optional<UUID> repeated(
      UUID itemId, Person person, Telling.Note note, @Nullable String key) {
    if (key == null) {
      return Optional.empty();
    }
    return sql.sql(
            """
            select id, item_id, route, whom from tellings where noted_by = ? and idempotency_key = ?\
            """)
        .params(person.id(), key)
        .query((row, n) -> {
          boolean same =
              itemId.equals(row.getObject("item_id", UUID.class))
                  && note.route().name().equals(row.getString("route"))
                  && note.whom().equals(row.getString("whom"));
          if (!same) {
            throw new KeyReusedException();
          }
          return row.getObject("id", UUID.class);
        })
        .optional();
  }

  private void insert(
      UUID id, UUID itemId, Person person, Telling.Note note, @Nullable String key) {
    if (note.corrects() != null && !isOf(note.corrects(), itemId)) {
      throw InvalidReferralException.lacks(
          "no-such-telling", "'corrects' names no row of this item");
    }
    sql.sql(
            """
            insert into tellings (id, item_id, route, told_at, whom, reference, noted_by, noted_at,
              corrects, idempotency_key)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """)
        .params(
            Arrays.asList(
                id,
                itemId,
                note.route().name(),
                Timestamp.from(note.toldAt()),
                note.whom(),
                note.reference(),
                person.id(),
                Timestamp.from(clock.instant()),
                note.corrects(),
                key))
        .update();
  }

  private boolean isOf(UUID telling, UUID itemId) {
    return sql.sql("select exists (select 1 from tellings where id = ? and item_id = ?)")
        .params(telling, itemId)
        .query(Boolean.class)
        .single();
  }
}
