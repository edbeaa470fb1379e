package org.maraude.dashboard.queue;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.accounts.Reach;
import org.maraude.dashboard.review.QueueKind;

/**
 * What a {@link QueueQuery} asks for as a condition on {@code items i}. The states stand in it as
 * they stand in the partial indexes, which are used only then.
 *
 * @param text in SQL
 * @param values of its question marks, in order
 */
record Condition(String text, List<@Nullable Object> values) {

  static Condition of(QueueKind queue, QueueQuery query, Person reader, Instant now) {
    var standing = standing(queue, query, reader, now);
    var asked = asked(query);
    var values = new ArrayList<>(standing.values());
    values.addAll(asked.values());
    return new Condition(standing.text() + asked.text(), values);
  }

  /**
   * Only what the indexes of the queues' order know: queue and state, department and days; and what
   * the reader reaches.
   */
  static Condition standing(QueueKind queue, QueueQuery query, Person reader, Instant now) {
    var text = new StringBuilder("i.queue = ?");
    var values = new ArrayList<@Nullable Object>();
    values.add(queue.name());
    addStatus(text, values, query.status(), now);
    text.append(" and ").append(Reach.of("i", "?"));
    values.add(reader.id());
    if (query.departement() != null) {
      text.append(" and i.departement = ?");
      values.add(query.departement());
    }
    if (query.from() != null) {
      text.append(" and i.flagged_at >= ?");
      values.add(midnight(query.from()));
    }
    if (query.to() != null) {
      text.append(" and i.flagged_at < ?");
      values.add(midnight(query.to().plusDays(1)));
    }
    return new Condition(text.toString(), values);
  }

  /** What an item holds, by indexes of their own; empty, or begins with {@code and}. */
  static Condition asked(QueueQuery query) {
    var text = new StringBuilder();
    var values = new ArrayList<@Nullable Object>();
    if (query.rule() != null) {
      text.append(" and (i.rules || i.signals) @> array[?]::text[]");
      values.add(storable(query.rule()));
    }
    if (query.words() != null) {
      text.append(
          " and i.words @@ (websearch_to_tsquery('french', ?) || websearch_to_tsquery('simple', ?))");
      values.add(storable(query.words()));
      values.add(storable(query.words()));
    }
    return new Condition(text.toString(), values);
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
        text.append("('WAITING', 'SECOND_OPINION') and i.holder is not null and i.lease_until > ?");
        values.add(Timestamp.from(now));
      }
      case DECIDED -> text.append("('DECIDED')");
      case WITHDRAWN -> text.append("('WITHDRAWN')");
    }
  }

  private static Timestamp midnight(LocalDate day) {
    return Timestamp.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /** PostgreSQL takes no U+0000. */
  static String storable(String words) {
    return words.replace('\u0000', ' ');
  }
}
