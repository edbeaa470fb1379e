package org.maraude.dashboard.queue;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Permission;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.accounts.Reach;
import org.maraude.dashboard.paging.BadQueryException;
import org.maraude.dashboard.review.QueueKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The queues as lists: by age of the flag, then by score. No order and no filter hides an item for
 * good, and no list holds ad text.
 */
public final class Queues {

  private static final int PAGE = 50;

  // About as many as it takes for what is looked through in order to cost no more than what the
  // index of words finds: the root of a page's rows times all rows.
  private static final int LOOKED_THROUGH = 1_500;
  private static final int LOOKED_THROUGH_DECIDED = 5_000;

  private static final String IN_ORDER = " order by i.flagged_at, -i.score, i.id";
  private static final String SELECT =
      "select " + StoredItem.COLUMNS + ", i.signals from items i where ";

  private final JdbcClient sql;
  private final Clock clock;

  public Queues(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * One page.
   *
   * @throws BadQueryException when the cursor is not one of ours
   */
  public QueueList list(QueueKind queue, QueueQuery query, Person reader) {
    var now = clock.instant();
    var rows = new ArrayList<QueueRow>();
    if (query.content()) {
      rows.addAll(amongTheFirst(queue, query, reader, now));
    }
    if (rows.size() <= PAGE && (!query.content() || areMore(queue, query, reader, now))) {
      rows.clear();
      rows.addAll(amongAll(queue, query, reader, now));
    }
    if (rows.size() <= PAGE) {
      return new QueueList(List.copyOf(rows), null);
    }
    rows.removeLast();
    var last = rows.getLast();
    return new QueueList(
        List.copyOf(rows), new Cursor(last.flaggedAt(), last.score(), last.id()).encoded());
  }

  /**
   * A word that many ads have is soon found in the queue's order, without looking at the others.
   */
  private List<QueueRow> amongTheFirst(
      QueueKind queue, QueueQuery query, Person reader, Instant now) {
    var standing = Condition.standing(queue, query, reader, now);
    var after = after(query);
    var asked = Condition.asked(query);
    var values = new ArrayList<>(standing.values());
    values.addAll(after.values());
    values.add(lookedThrough(query));
    values.addAll(asked.values());
    values.add(PAGE + 1);
    return rows(
        "select "
            + StoredItem.COLUMNS
            + ", i.signals from (select * from items i where "
            + standing.text()
            + after.text()
            + IN_ORDER
            + " limit ?) i where true"
            + asked.text()
            + IN_ORDER
            + " limit ?",
        values,
        reader,
        now);
  }

  private static int lookedThrough(QueueQuery query) {
    return query.status() == ItemStatus.DECIDED ? LOOKED_THROUGH_DECIDED : LOOKED_THROUGH;
  }

  /** Whether there is anything behind the first so many; of one department there seldom is. */
  private boolean areMore(QueueKind queue, QueueQuery query, Person reader, Instant now) {
    var standing = Condition.standing(queue, query, reader, now);
    var after = after(query);
    var values = new ArrayList<>(standing.values());
    values.addAll(after.values());
    values.add(lookedThrough(query));
    return sql.sql(
            "select exists (select 1 from items i where "
                + standing.text()
                + after.text()
                + IN_ORDER
                + " offset ?)")
        .params(values)
        .query(Boolean.class)
        .single();
  }

  /** What few have is found by the indexes of content first, and put in order afterwards. */
  private List<QueueRow> amongAll(QueueKind queue, QueueQuery query, Person reader, Instant now) {
    var condition = Condition.of(queue, query, reader, now);
    var after = after(query);
    var values = new ArrayList<>(condition.values());
    values.addAll(after.values());
    values.add(PAGE + 1);
    var where = condition.text() + after.text();
    var text =
        !query.content()
            ? SELECT + where + IN_ORDER + " limit ?"
            : "with found as materialized (select i.id, i.flagged_at, i.score from items i where "
                + where
                + ") "
                + SELECT
                + "i.id in (select i.id from found i"
                + IN_ORDER
                + " limit ?)"
                + IN_ORDER;
    return rows(text, values, reader, now);
  }

  private static Condition after(QueueQuery query) {
    if (query.cursor() == null) {
      return new Condition("", List.of());
    }
    var cursor = Cursor.decoded(query.cursor());
    return new Condition(
        " and (i.flagged_at, -i.score, i.id) > (?, ?, ?)",
        List.of(Timestamp.from(cursor.flaggedAt()), -cursor.score(), cursor.id()));
  }

  /** The ids of the first so many, in the queue's order. */
  List<UUID> first(QueueKind queue, QueueQuery query, Person reader, int most) {
    if (!ItemRows.maySee(reader, queue)) {
      return List.of();
    }
    var condition = Condition.of(queue, query, reader, clock.instant());
    var values = new ArrayList<>(condition.values());
    values.add(most);
    var found = "(select i.id, i.flagged_at, i.score from items i where " + condition.text() + ")";
    var text =
        query.content()
            ? "with i as materialized " + found + " select i.id from i"
            : "select i.id from " + found + " i";
    return sql.sql(text + IN_ORDER + " limit ?").params(values).query(UUID.class).list();
  }

  /** What the reader holds, of the queues that they may see, the minor queue first. */
  public List<QueueRow> mine(Person reader) {
    var now = clock.instant();
    return rows(
        SELECT
            + """
            i.holder = ? and i.lease_until > ? and i.status in ('WAITING', 'SECOND_OPINION')
              and (i.queue = 'MINOR' and ? or i.queue = 'ADULT' and ?) and %s
            order by i.queue desc, i.flagged_at, -i.score, i.id limit ?\
            """
                .formatted(Reach.of("i", "?")),
        List.of(
            reader.id(),
            Timestamp.from(now),
            reader.may(Permission.REVIEW_MINOR),
            reader.may(Permission.REVIEW_ADULT),
            reader.id(),
            PAGE),
        reader,
        now);
  }

  /** What waits, of the queues that the reader may see. */
  public QueueCounts counts(Person reader) {
    return sql.sql(
            """
            select
              (select count(*) from items i where queue = 'MINOR' and :minor
                and status in ('WAITING', 'SECOND_OPINION') and {reach}) as minor_waiting,
              (select count(*) from items i where queue = 'ADULT' and :adult
                and status in ('WAITING', 'SECOND_OPINION') and {reach}) as adult_waiting,
              (select count(*) from items i where queue = 'MINOR' and :minor
                and status in ('WAITING', 'SECOND_OPINION') and {reach}
                and holder = :me and lease_until > :now) as minor_mine,
              (select count(*) from items i where queue = 'ADULT' and :adult
                and status in ('WAITING', 'SECOND_OPINION') and {reach}
                and holder = :me and lease_until > :now) as adult_mine,
              (select min(flagged_at) from items i where queue = 'MINOR' and :minor
                and status in ('WAITING', 'SECOND_OPINION') and {reach}) as minor_oldest,
              (select min(flagged_at) from items i where queue = 'ADULT' and :adult
                and status in ('WAITING', 'SECOND_OPINION') and {reach}) as adult_oldest\
            """
                .replace("{reach}", Reach.of("i", ":me")))
        .param("me", reader.id())
        .param("now", Timestamp.from(clock.instant()))
        .param("minor", reader.may(Permission.REVIEW_MINOR))
        .param("adult", reader.may(Permission.REVIEW_ADULT))
        .query((row, n) ->
            new QueueCounts(
                row.getLong("minor_waiting"),
                row.getLong("adult_waiting"),
                row.getLong("minor_mine"),
                row.getLong("adult_mine"),
                StoredItem.instant(row.getTimestamp("minor_oldest")),
                StoredItem.instant(row.getTimestamp("adult_oldest"))))
        .single();
  }

  private List<QueueRow> rows(
      String text, List<@Nullable Object> values, Person reader, Instant now) {
    return sql.sql(text)
        .params(values)
        .query((row, n) -> {
          var item = StoredItem.of(row);
          return new QueueRow(
              item.id(),
              item.adId(),
              item.shown(now),
              item.flaggedAt(),
              Duration.between(item.flaggedAt(), now),
              item.score(),
              item.siteId(),
              item.departement(),
              item.language(),
              List.of((String[]) row.getArray("signals").getArray()),
              item.goneAt() != null,
              item.claim(reader.id(), now));
        })
        .list();
  }
}
