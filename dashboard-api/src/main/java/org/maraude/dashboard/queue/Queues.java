package org.maraude.dashboard.queue;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Permission;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.review.QueueKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The queues as lists: by age of the flag, then by score. No order and no filter hides an item for
 * good, and no list holds ad text.
 */
public final class Queues {

  private static final int PAGE = 50;

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
    var text =
        new StringBuilder("select ")
            .append(StoredItem.COLUMNS)
            .append(", i.signals from items i where i.queue = ?");
    var values = new ArrayList<@Nullable Object>();
    values.add(queue.name());
    addStatus(text, values, query.status(), now);
    if (query.departement() != null) {
      text.append(" and i.departement = ?");
      values.add(query.departement());
    }
    if (query.rule() != null) {
      text.append(" and (? = any(i.rules) or ? = any(i.signals))");
      values.add(query.rule());
      values.add(query.rule());
    }
    if (query.from() != null) {
      text.append(" and i.flagged_at >= ?");
      values.add(midnight(query.from()));
    }
    if (query.to() != null) {
      text.append(" and i.flagged_at < ?");
      values.add(midnight(query.to().plusDays(1)));
    }
    if (query.words() != null) {
      text.append(
          " and i.words @@ (websearch_to_tsquery('french', ?) || websearch_to_tsquery('simple', ?))");
      values.add(storable(query.words()));
      values.add(storable(query.words()));
    }
    if (query.cursor() != null) {
      var cursor = Cursor.decoded(query.cursor());
      text.append(" and (i.flagged_at, -i.score, i.id) > (?, ?, ?)");
      values.add(Timestamp.from(cursor.flaggedAt()));
      values.add(-cursor.score());
      values.add(cursor.id());
    }
    text.append(" order by i.flagged_at, -i.score, i.id limit ?");
    values.add(PAGE + 1);
    var rows = new ArrayList<>(rows(text.toString(), values, reader, now));
    if (rows.size() <= PAGE) {
      return new QueueList(List.copyOf(rows), null);
    }
    rows.removeLast();
    var last = rows.getLast();
    return new QueueList(
        List.copyOf(rows), new Cursor(last.flaggedAt(), last.score(), last.id()).encoded());
  }

  private static Timestamp midnight(LocalDate day) {
    return Timestamp.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /** PostgreSQL takes no U+0000. */
  private static String storable(String words) {
    return words.replace('\u0000', ' ');
  }

  /** What waits, of the queues that the reader may see. */
  public QueueCounts counts(Person reader) {
    return sql.sql(
            """
            select
              count(*) filter (where queue = 'MINOR') as minor_waiting,
              count(*) filter (where queue = 'ADULT') as adult_waiting,
              count(*) filter (where queue = 'MINOR' and holder = :me and lease_until > :now) as minor_mine,
              count(*) filter (where queue = 'ADULT' and holder = :me and lease_until > :now) as adult_mine,
              min(flagged_at) filter (where queue = 'MINOR') as minor_oldest,
              min(flagged_at) filter (where queue = 'ADULT') as adult_oldest
            from items
            where status in ('WAITING', 'SECOND_OPINION')
              and ((queue = 'MINOR' and :minor) or (queue = 'ADULT' and :adult))\
            """)
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

  private static void addStatus(
      StringBuilder text, List<@Nullable Object> values, @Nullable ItemStatus status, Instant now) {
    text.append(" and i.status in ");
    if (status == null) {
      text.append("('WAITING', 'SECOND_OPINION')");
      return;
    }
    switch (status) {
      case WAITING -> {
        text.append(
            "('WAITING', 'SECOND_OPINION') and (i.lease_until is null or i.lease_until <= ?)");
        values.add(Timestamp.from(now));
      }
      case CLAIMED -> {
        text.append("('WAITING', 'SECOND_OPINION') and i.lease_until > ?");
        values.add(Timestamp.from(now));
      }
      case DECIDED -> text.append("('DECIDED')");
      case WITHDRAWN -> text.append("('WITHDRAWN')");
    }
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
