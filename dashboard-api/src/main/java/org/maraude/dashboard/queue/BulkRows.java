package org.maraude.dashboard.queue;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.accounts.Reach;
import org.maraude.dashboard.review.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of bulks. */
final class BulkRows {

  private final JdbcClient sql;

  BulkRows(JdbcClient sql) {
    this.sql = sql;
  }

  /** A bulk's own row. */
  record Stored(UUID id, UUID by, String byName, Outcome outcome, Instant madeAt) {}

  /** What a key stood with before. */
  record Earlier(UUID id, String fingerprint) {}

  Map<UUID, StoredItem> items(List<UUID> ids, Person reader) {
    var found = new HashMap<UUID, StoredItem>();
    sql.sql(
            "select "
                + StoredItem.COLUMNS
                + " from items i where i.id = any(?) and "
                + Reach.of("i", "?"))
        .params(ids.toArray(UUID[]::new), reader.id())
        .query(row -> {
          var item = StoredItem.of(row);
          found.put(item.id(), item);
        });
    return found;
  }

  Optional<Earlier> byKey(Person person, String key) {
    return sql.sql("select id, fingerprint from bulks where made_by = ? and idempotency_key = ?")
        .params(person.id(), key)
        .query((row, n) -> new Earlier(row.getObject("id", UUID.class), row.getString(2)))
        .optional();
  }

  void insert(UUID id, BulkPreview preview, Person person, @Nullable String key, Instant now) {
    sql.sql(
            """
            insert into bulks (id, made_by, outcome, fingerprint, made_at, idempotency_key)
            values (?, ?, ?, ?, ?, ?)\
            """)
        .params(
            Arrays.asList(
                id,
                person.id(),
                preview.choice().outcome().name(),
                preview.fingerprint(),
                Timestamp.from(now),
                key))
        .update();
    var known = preview.lines().stream().filter(line -> line.adId() != null).toList();
    sql.sql(
            """
            insert into bulk_items (bulk, item_id, refused)
            select ?, chosen.id, chosen.refused from unnest(?::uuid[], ?::text[]) chosen (id, refused)
            where exists (select 1 from items i where i.id = chosen.id)\
            """)
        .params(
            id,
            known.stream().map(BulkPreview.Line::id).toArray(UUID[]::new),
            known.stream()
                .map(line -> line.refused() == null ? null : line.refused().name())
                .toArray(String[]::new))
        .update();
  }

  void refuse(UUID bulk, UUID item, BulkRefusal why) {
    sql.sql("update bulk_items set refused = ? where bulk = ? and item_id = ?")
        .params(why.name(), bulk, item)
        .update();
  }

  void decided(UUID bulk, UUID decision) {
    sql.sql("update decisions set bulk = ? where id = ?").params(bulk, decision).update();
  }

  Optional<Stored> find(UUID id) {
    return sql.sql(
            """
            select b.id, b.made_by, u.name, b.outcome, b.made_at
            from bulks b join users u on u.id = b.made_by where b.id = ?\
            """)
        .param(id)
        .query((row, n) ->
            new Stored(
                row.getObject("id", UUID.class),
                row.getObject("made_by", UUID.class),
                row.getString("name"),
                Outcome.valueOf(row.getString("outcome")),
                row.getTimestamp("made_at").toInstant()))
        .optional();
  }

  /** What became of each item that exists for the reader. */
  List<BulkResult.Line> lines(UUID bulk, Person reader) {
    return sql.sql(
            """
            select b.item_id, i.ad_id, b.refused, d.id as decision, d.taken_back_at
            from bulk_items b join items i on i.id = b.item_id
              left join decisions d on d.bulk = b.bulk and d.item_id = b.item_id
            where b.bulk = ? and %s order by i.flagged_at, -i.score, i.id\
            """
                .formatted(Reach.of("i", "?")))
        .params(bulk, reader.id())
        .query((row, n) -> {
          var refused = row.getString("refused");
          BulkResult.State state;
          if (refused != null) {
            state = BulkResult.State.REFUSED;
          } else if (row.getObject("decision") == null) {
            state = BulkResult.State.NOT_REACHED;
          } else {
            state =
                row.getTimestamp("taken_back_at") == null
                    ? BulkResult.State.DECIDED
                    : BulkResult.State.TAKEN_BACK;
          }
          return new BulkResult.Line(
              row.getObject("item_id", UUID.class),
              row.getString("ad_id"),
              state,
              refused == null ? null : BulkRefusal.valueOf(refused));
        })
        .list();
  }

  /** The decisions of a bulk that stand, by item, as far as the reader reaches. */
  Map<UUID, UUID> standing(UUID bulk, Person reader) {
    var standing = new HashMap<UUID, UUID>();
    sql.sql(
            """
            select d.item_id, d.id from decisions d join items i on i.id = d.item_id
            where d.bulk = ? and d.taken_back_at is null and\
            """
                + " "
                + Reach.of("i", "?"))
        .params(bulk, reader.id())
        .query(row -> {
          standing.put(row.getObject("item_id", UUID.class), row.getObject("id", UUID.class));
        });
    return standing;
  }
}
